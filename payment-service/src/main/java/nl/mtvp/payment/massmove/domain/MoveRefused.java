package nl.mtvp.payment.massmove.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;

/** A mass move is not acknowledged so (D40). */
public class MoveRefused extends DomainFailure {

    private MoveRefused(String code, String message) {
        super(Kind.CONFLICT, code, message);
    }

    public static MoveRefused replaced(UUID id, Instant since) {
        return new MoveRefused(
                "mass-move-replaced",
                "mass move " + id + " does not stand since " + since + ": a newer delivery says otherwise (D40)");
    }

    public static MoveRefused acknowledged(UUID id) {
        return new MoveRefused("mass-move-acknowledged", "mass move " + id + " is acknowledged already (D40)");
    }

    /** There is no such mass move, or not for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("mass-move-not-found", "there is no mass move " + id + " for you");
    }
}
