package nl.mtvp.contract.succession.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;

/** Why a succession is not proposed or confirmed (D35). */
public final class SuccessionRefused extends DomainFailure {

    private SuccessionRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** A succession is confirmed once (D35). */
    public static SuccessionRefused confirmedAlready() {
        return new SuccessionRefused(
                Kind.CONFLICT,
                "confirmed-already",
                "this succession was confirmed before (D35): the contract goes over on its day");
    }

    /** Nobody confirms the succession that they proposed themselves: four eyes (D35). */
    public static SuccessionRefused ownSuccession() {
        return new SuccessionRefused(
                Kind.FORBIDDEN,
                "own-succession",
                "you proposed this yourself; somebody else of the insurer has to confirm it (four eyes, D35)");
    }

    /** No succession with this id is there for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("succession-not-found", "there is no succession " + id + " of this contract for you");
    }
}
