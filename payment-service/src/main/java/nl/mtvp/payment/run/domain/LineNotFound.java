package nl.mtvp.payment.run.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** There is no such line, or not for who asks: a practice sees what is posted. */
public class LineNotFound extends DomainFailure {

    public LineNotFound(UUID id) {
        super(Kind.NOT_FOUND, "line-not-found", "there is no line " + id + " that you may see");
    }
}
