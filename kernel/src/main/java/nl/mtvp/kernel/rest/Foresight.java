package nl.mtvp.kernel.rest;

import java.util.List;
import nl.mtvp.kernel.failure.Fault;

/**
 * What a use case would say about a body that never reaches it because its form has faults: so that a refusal names all
 * that can be known, and nobody mends a document in three rounds.
 *
 * @param <T> the body
 */
public interface Foresight<T> {

    Class<T> of();

    /** @param body in which anything may be null; what is said of its form already is left out by who asks */
    List<Fault> faults(T body);
}
