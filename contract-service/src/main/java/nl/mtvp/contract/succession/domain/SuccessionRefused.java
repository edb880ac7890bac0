package nl.mtvp.contract.succession.domain;

import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.NotFound;

/** Why a succession is not proposed or confirmed (D35). */
public final class SuccessionRefused extends DomainFailure {

    private SuccessionRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    private SuccessionRefused(List<Fault> obstacles) {
        super(
                Kind.CONFLICT,
                "succession-not-possible",
                "the contract cannot be continued so; what is in the way is named (D35)",
                obstacles);
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

    /** @throws SuccessionRefused naming everything that is in the way of continuing the contract, if anything is (D35) */
    static void ifAny(List<Fault> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new SuccessionRefused(obstacles);
        }
    }

    /** Another AGB follows the old one, or the new one follows another: by the database's constraint. */
    public static SuccessionRefused anotherFollows() {
        return new SuccessionRefused(List.of(Fault.inState(
                "succession",
                "one-follows-one",
                "the old AGB has another successor, or the new one follows another: one AGB follows one, and in a"
                        + " merger the others end (D35)")));
    }
}
