package nl.mtvp.payment.payout.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.payout.domain.Payout.PayoutState;

/** A payout cannot be made, approved or changed now (D50). */
public class PayoutRefused extends DomainFailure {

    private PayoutRefused(String code, String message, List<Fault> faults) {
        super(Kind.CONFLICT, code, message, faults);
    }

    public static PayoutRefused openPayout(Uzovi uzovi) {
        return refused(
                "open-payout", "insurer " + uzovi + " has an open payout: approve or withdraw that one first (D50)");
    }

    /** @param executionOn the day on which the bank would transfer */
    public static PayoutRefused noDebtorAccount(Uzovi uzovi, LocalDate executionOn) {
        return refused(
                "no-debtor-account",
                "insurer " + uzovi + " has no bank account of its own to pay from in force on " + executionOn
                        + ", the day of the transfer: propose one (D51)");
    }

    public static PayoutRefused debtorNotSendable() {
        return refused(
                "debtor-account-text",
                "no bank takes the holder or address of the account to pay from as they are written: propose it anew"
                        + " (D50)");
    }

    /**
     * @param held everybody who is owed something and not paid
     * @param coolingUntil the first day on which a creditor with a new account is paid
     */
    public static PayoutRefused nothingToTransfer(List<PayoutLine> held, Map<Creditor, LocalDate> coolingUntil) {
        return new PayoutRefused(
                "nothing-to-transfer",
                "nobody can be paid now: no creditor is owed anything, or all that are, are held (D50)",
                held.stream()
                        .map(line -> fault(line, coolingUntil.get(line.creditor())))
                        .toList());
    }

    public static PayoutRefused notDraft(UUID id, PayoutState state) {
        return refused("payout-not-open", "payout " + id + " is " + state + " and no draft any more (D50)");
    }

    public static PayoutRefused overtaken(Payout payout) {
        return refused(
                "payout-overtaken",
                "something was booked after posting " + payout.basis()
                        + ", from which this payout was made: withdraw it and make it anew (D50)");
    }

    /** @param executionOn the day on which the bank would transfer */
    public static PayoutRefused accountsChanged(LocalDate executionOn) {
        return refused(
                "accounts-changed",
                "a bank account of this payout is not in force any more, or not on " + executionOn
                        + ", when the bank would transfer: withdraw it and make it anew (D51)");
    }

    /** @param fault what the schema of banks says */
    public static PayoutRefused fileInvalid(String fault) {
        return refused(
                "payout-file-invalid",
                "no bank would take this payout's file (" + fault
                        + "): withdraw it, have the account that it is about proposed anew, and make it anew (D50)");
    }

    public static PayoutRefused returnedAlready(long number) {
        return refused("returned-already", "transfer " + number + " came back before: it does so once (D50)");
    }

    private static PayoutRefused refused(String code, String message) {
        return new PayoutRefused(code, message, List.of());
    }

    private static Fault fault(PayoutLine line, LocalDate coolingUntil) {
        return Fault.inState(
                line.creditor().account(),
                line.held().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                new Euro(line.cents()) + " is held: " + why(line.held(), coolingUntil));
    }

    private static String why(Held held, LocalDate coolingUntil) {
        return switch (held) {
            case NO_ACCOUNT -> "no bank account is in force on the day of the transfer (D50)";
            case COOLING -> "the bank account is new, and is paid to from " + coolingUntil + " on (D51)";
            case RETURNED ->
                "money came back from its account as from one that is closed or unknown: approve one anew (D51)";
            case ACCOUNT_TEXT -> "no bank takes its account's holder or address as written: propose it anew (D50)";
        };
    }

    /** There is no such payout, transfer or file, or not for who asks. */
    public static NotFound notFound(String what) {
        return new NotFound("payout-not-found", "there is no " + what + " that you may see");
    }
}
