package nl.mtvp.payment.export.domain;

import nl.mtvp.kernel.identity.Uzovi;

/**
 * How far an insurer's chain goes in an export (D48).
 *
 * @param postings how many there are; 0 when nothing is booked
 * @param head after the last of them
 */
public record ExportedChain(Uzovi uzovi, long postings, String head) {}
