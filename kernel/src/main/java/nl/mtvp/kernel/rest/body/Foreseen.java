package nl.mtvp.kernel.rest.body;

import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;

/**
 * A request that tells of itself what will be refused once its form is right, so that a refusal of the form names that too.
 * What it takes more than the request to know, a {@link Foresight} tells.
 */
public interface Foreseen {

    /**
     * Asked only when something is wrong with the form; whatever could not be read is null.
     *
     * @param now for what has to lie ahead or behind
     */
    List<Fault> foreseen(Instant now);
}
