package nl.mtvp.payment.run.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** There is no such run, or not for who asks. */
public class RunNotFound extends DomainFailure {

    public RunNotFound(UUID id) {
        super(Kind.NOT_FOUND, "run-not-found", "there is no payment run " + id + " that you may see");
    }
}
