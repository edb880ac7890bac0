package nl.mtvp.payment.bankaccount.domain;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.NotFound;

/** Why a bank account is not taken or approved (D50, D51). */
public final class AccountRefused extends DomainFailure {

    private AccountRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    private AccountRefused(Kind kind, String code, String message, List<Fault> faults) {
        super(kind, code, message, faults);
    }

    /** The account is approved: a change of it is another proposal. */
    public static AccountRefused alreadyApproved(UUID id) {
        return new AccountRefused(
                Kind.CONFLICT,
                "bank-account-already-approved",
                "bank account " + id + " is approved already; propose another one to change it (D51)");
    }

    /** There is no such bank account, or not for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("bank-account-not-found", "there is no bank account " + id + " that you may see");
    }

    /**
     * An insurer would pay itself: the account is its own and a creditor's at once (D51).
     *
     * @param atProposal whether it is refused when it is proposed, or later, when the other one was approved
     */
    public static AccountRefused paysItself(boolean atProposal) {
        var detail =
                "what the insurer pays from and what it pays to are two accounts; this one is the other already (D51)";
        return new AccountRefused(
                atProposal ? Kind.REJECTED : Kind.CONFLICT,
                "account-pays-itself",
                detail,
                List.of(
                        atProposal
                                ? Fault.inBody("/iban", "pays-itself", detail)
                                : Fault.inState("iban", "pays-itself", detail)));
    }

    /** No bank takes a proposed account's holder or address as they are written (D50). */
    public static AccountRefused textRefused(UUID id, BankAccount account) {
        return new AccountRefused(
                Kind.CONFLICT,
                "account-text",
                "no bank takes the holder or address of account " + id + " as they are written: propose it anew (D50)",
                Stream.concat(
                                BankAccount.texts(account.holderName(), account.address()).stream()
                                        .filter(text -> !text.isSendable())
                                        .map(text -> Fault.inState(
                                                text.place(),
                                                "not-sendable",
                                                "has " + text.longest()
                                                        + " characters at most as banks write them, a letter or figure"
                                                        + " among them")),
                                Stream.of(account.address())
                                        .filter(address -> !address.isInACountry())
                                        .map(address -> Fault.inState(
                                                "address/country", "unknown-country", "is no country of ISO 3166")))
                        .toList());
    }
}
