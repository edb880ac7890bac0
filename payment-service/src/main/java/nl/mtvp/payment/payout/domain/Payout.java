package nl.mtvp.payment.payout.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What an insurer's creditors are owed, made ready by one person and approved by another (D50).
 *
 * @param basis the number of the last posting whose entries it counted: its own posting is the next
 * @param debtorAccountId the insurer's account from which it pays
 * @param postingId where it is booked; null until it is
 * @param executionOn the day on which the bank transfers; null until it is booked
 */
public record Payout(
        UUID id,
        Uzovi uzovi,
        PayoutState state,
        long basis,
        UUID debtorAccountId,
        String madeBy,
        Instant madeAt,
        String approvedBy,
        Instant approvedAt,
        UUID postingId,
        LocalDate executionOn,
        String withdrawnBy,
        Instant withdrawnAt,
        String withdrawalReason) {

    /** A new one. */
    public static Payout draft(UUID id, Uzovi uzovi, long basis, UUID debtorAccountId, String madeBy, Instant madeAt) {
        return new Payout(
                id,
                uzovi,
                PayoutState.DRAFT,
                basis,
                debtorAccountId,
                madeBy,
                madeAt,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The number of its posting, which is known before it is booked: anything booked in between makes it void. */
    public long postingNumber() {
        return basis + 1;
    }

    /** What the bank knows the payout by. */
    public String reference() {
        return "MTVP-" + uzovi + "-" + postingNumber();
    }

    /** What creditor and bank know a transfer by: insurer, posting and entry, where the ledger tells the rest. */
    public String endToEndId(long number) {
        return reference() + "-" + number;
    }

    /** @throws PayoutRefused unless it is a draft */
    public void requireDraft() {
        if (state != PayoutState.DRAFT) {
            throw PayoutRefused.notDraft(id, state);
        }
    }
}
