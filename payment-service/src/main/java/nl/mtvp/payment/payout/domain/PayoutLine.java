package nl.mtvp.payment.payout.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.mtvp.payment.bankaccount.domain.Cooling;
import nl.mtvp.payment.ledger.domain.Creditor;

/**
 * What a creditor is owed: a transfer to its account, or held (D50). Never zero or less.
 *
 * @param number its place in the payout; that of a transfer is also that of its entry in the payout's posting
 * @param accountId null when it is held
 * @param held why it is not paid; null for a transfer
 */
public record PayoutLine(long number, Creditor creditor, long cents, UUID accountId, Held held) {

    public PayoutLine {
        if (cents <= 0) {
            throw new IllegalArgumentException("a transfer is never zero or less (D50)");
        }
        if ((accountId == null) == (held == null)) {
            throw new IllegalArgumentException("a line is transferred or held");
        }
    }

    public boolean isTransfer() {
        return held == null;
    }

    /** The lines of a payout that is made on a day: transfers first, each kind in the order in which it is given. */
    public static List<PayoutLine> of(List<Owed> owed, LocalDate today, int coolingWorkingDays) {
        var lines = new ArrayList<PayoutLine>();
        var held = new ArrayList<Owed>();
        for (var one : owed) {
            if (reason(one, today, coolingWorkingDays) == null) {
                lines.add(new PayoutLine(lines.size() + 1, one.creditor(), one.cents(), one.accountId(), null));
            } else {
                held.add(one);
            }
        }
        for (var one : held) {
            var reason = reason(one, today, coolingWorkingDays);
            lines.add(new PayoutLine(lines.size() + 1, one.creditor(), one.cents(), null, reason));
        }
        return List.copyOf(lines);
    }

    private static Held reason(Owed owed, LocalDate today, int coolingWorkingDays) {
        if (owed.accountId() == null) {
            return Held.NO_ACCOUNT;
        }
        if (!owed.sendable()) {
            return Held.ACCOUNT_TEXT;
        }
        if (owed.returned()) {
            return Held.RETURNED;
        }
        return today.isBefore(Cooling.over(owed.approvedOn(), coolingWorkingDays)) ? Held.COOLING : null;
    }

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
}
