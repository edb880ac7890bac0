package nl.mtvp.payment.audit.domain;

/**
 * A record in its place in the chain.
 *
 * @param position from 1, without a gap
 * @param audit null when the record that was sealed is not there
 */
public record SealedRecord(long position, AuditRecord audit, String digest, String previousHead, String head) {}
