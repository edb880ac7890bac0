package nl.mtvp.contract.contract;

import java.time.Instant;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.access.Actor;

/** Writes down who acts, as evidence names them. */
public final class Signatures {

    private Signatures() {}

    public static Signature of(Actor actor, Instant now) {
        return new Signature(actor.subject(), actor.client(), now);
    }
}
