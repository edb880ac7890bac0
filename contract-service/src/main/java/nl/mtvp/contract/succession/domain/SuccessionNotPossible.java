package nl.mtvp.contract.succession.domain;

import java.util.List;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;

/** The world is not so that the practice can continue the contract: everything in the way is named (D35). */
public class SuccessionNotPossible extends DomainFailure {

    public SuccessionNotPossible(List<Fault> obstacles) {
        super(
                Kind.CONFLICT,
                "succession-not-possible",
                "the contract cannot be continued so; what is in the way is named (D35)",
                obstacles);
    }

    /** Another AGB follows the old one, or the new one follows another: by the database's constraint. */
    public static SuccessionNotPossible anotherFollows() {
        return new SuccessionNotPossible(List.of(Fault.inState(
                "succession",
                "one-follows-one",
                "the old AGB has another successor, or the new one follows another: one AGB follows one, and in a"
                        + " merger the others end (D35)")));
    }
}
