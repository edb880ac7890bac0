package nl.mtvp.contract.ending.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;

/** Why an end of a contract is not told or withdrawn (D35). */
public final class EndingRefused extends DomainFailure {

    private EndingRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** No end with this id is there for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("ending-not-found", "there is no end " + id + " of this contract for you");
    }

    /** An end is withdrawn once, and only before it takes effect (D35). */
    public static EndingRefused notOpen(EndingState state) {
        return new EndingRefused(
                Kind.CONFLICT,
                "ending-not-open",
                "the end is " + state + " already, and can no longer be withdrawn (D35)");
    }

    /** Another end of the contract stands; it is withdrawn before the next is told (D35). */
    public static EndingRefused stands() {
        return new EndingRefused(
                Kind.CONFLICT,
                "ending-stands",
                "another end of this contract stands; withdraw it, while its day has not come, before you tell this one (D35)");
    }

    /** An end is told by the side whose it is (D35). */
    static EndingRefused otherSides(EndingKind kind) {
        return otherSides(
                kind == EndingKind.NOTICE
                        ? "notice is given by a signatory of the practice (D35)"
                        : "an end date is recorded by the insurer (D35)");
    }

    /** An end is taken back by the side whose it is (D35). */
    static EndingRefused otherSidesToWithdraw() {
        return otherSides("who told an end withdraws it: this one is the other side's, or part of a merger (D35)");
    }

    private static EndingRefused otherSides(String message) {
        return new EndingRefused(Kind.FORBIDDEN, "other-sides-ending", message);
    }
}
