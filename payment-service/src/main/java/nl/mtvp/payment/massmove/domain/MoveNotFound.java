package nl.mtvp.payment.massmove.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** There is no such mass move, or not for who asks. */
public class MoveNotFound extends DomainFailure {

    public MoveNotFound(UUID id) {
        super(Kind.NOT_FOUND, "mass-move-not-found", "there is no mass move " + id + " for you");
    }
}
