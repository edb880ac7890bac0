package nl.mtvp.payment.ledger.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Component;
import org.threeten.extra.YearQuarter;

/**
 * One transfer between two accounts, about a quarter and booked at a moment (D47, D48).
 *
 * <p>Only what a run booked has a run, a line, a contract and a component; a settlement with an RHO has no practice.
 *
 * @param transferred what moves from debit to credit: more than zero
 * @param amount the same as the creditor sees it: below zero when it is taken back
 */
public record LedgerEntry(
        UUID postingId,
        long postingNumber,
        long number,
        Instant bookedAt,
        UUID runId,
        UUID lineId,
        Uzovi uzovi,
        Agb agb,
        UUID contractId,
        YearQuarter quarter,
        EntryCause cause,
        Component component,
        String debit,
        String credit,
        Euro transferred,
        Euro amount) {

    /** An entry of a run: its cause, its component, whom it is for, and how much: below zero when it is taken back. */
    public record RunEntry(String cause, String component, String creditor, long cents) {

        /** As a comparison has it. */
        public String written() {
            return cause + "/" + component + "/" + creditor + "/" + cents;
        }
    }
}
