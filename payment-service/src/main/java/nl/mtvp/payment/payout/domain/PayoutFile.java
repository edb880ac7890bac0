package nl.mtvp.payment.payout.domain;

/**
 * The file of a payout, made once.
 *
 * @param digest SHA-256 of its bytes, in hexadecimal
 */
public record PayoutFile(String digest, long size) {}
