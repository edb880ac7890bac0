package nl.mtvp.kernel.rest.body;

import java.util.List;
import java.util.function.Function;
import nl.mtvp.kernel.failure.Fault;

/**
 * What a use case would say about a body that never reaches it because its form has faults: so that a refusal names all
 * that can be known, and nobody mends a document in three rounds.
 *
 * @param body the kind of body
 * @param faults gives them for a body in which anything may be null; what is said of its form already is left out by who
 *     asks
 */
public record Foresight<T>(Class<T> body, Function<T, List<Fault>> faults) {

    List<Fault> about(Object read) {
        return faults.apply(body.cast(read));
    }
}
