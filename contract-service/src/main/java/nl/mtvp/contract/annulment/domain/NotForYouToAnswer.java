package nl.mtvp.contract.annulment.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Both parties undo a contract, by two persons (D28). */
public final class NotForYouToAnswer extends DomainFailure {

    private NotForYouToAnswer(String message) {
        super(Kind.FORBIDDEN, "not-for-you-to-answer", message);
    }

    public static NotForYouToAnswer toAgree() {
        return new NotForYouToAnswer(
                "the other party agrees to an annulment, by another person than who proposed it (four eyes, D28)");
    }

    static NotForYouToAnswer toWithdraw() {
        return new NotForYouToAnswer("who proposed an annulment withdraws it: this one is the other party's (D28)");
    }
}
