package nl.mtvp.payment.massmove.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** The move needs no acknowledgement any more (D40). */
public class MoveNotOpen extends DomainFailure {

    private MoveNotOpen(String code, String message) {
        super(Kind.CONFLICT, code, message);
    }

    public static MoveNotOpen replaced(UUID id, Instant since) {
        return new MoveNotOpen(
                "mass-move-replaced",
                "mass move " + id + " does not stand since " + since + ": a newer delivery says otherwise (D40)");
    }

    public static MoveNotOpen acknowledged(UUID id) {
        return new MoveNotOpen("mass-move-acknowledged", "mass move " + id + " is acknowledged already (D40)");
    }
}
