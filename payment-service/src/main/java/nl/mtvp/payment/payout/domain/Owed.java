package nl.mtvp.payment.payout.domain;

import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.payment.ledger.domain.Creditor;

/**
 * What a creditor is owed, and where it may be paid.
 *
 * @param accountId the bank account in force on the day of the transfer; null when there is none
 * @param approvedOn the day on which that IBAN was first approved for it
 * @param sendable whether banks take the account's texts
 * @param returned whether a bank said, after the account's approval, that there is no such account any more
 */
public record Owed(
        Creditor creditor, long cents, UUID accountId, LocalDate approvedOn, boolean sendable, boolean returned) {}
