package nl.mtvp.contract.annulment.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;

/** Why an annulment is not proposed or answered (D28). */
public final class AnnulmentRefused extends DomainFailure {

    private AnnulmentRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** No annulment with this id is there for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("annulment-not-found", "there is no annulment " + id + " of this contract for you");
    }

    /** The proposal was answered before (D28). */
    public static AnnulmentRefused notOpen(AnnulmentState state) {
        return new AnnulmentRefused(
                Kind.CONFLICT,
                "annulment-not-open",
                "the annulment is " + state + " already (D28); if both parties still want it, propose another one");
    }

    /** Both parties undo a contract, by two persons (D28). */
    public static AnnulmentRefused notYoursToAgree() {
        return notYours(
                "the other party agrees to an annulment, by another person than who proposed it (four eyes, D28)");
    }

    static AnnulmentRefused notYoursToWithdraw() {
        return notYours("who proposed an annulment withdraws it: this one is the other party's (D28)");
    }

    private static AnnulmentRefused notYours(String message) {
        return new AnnulmentRefused(Kind.FORBIDDEN, "not-for-you-to-answer", message);
    }
}
