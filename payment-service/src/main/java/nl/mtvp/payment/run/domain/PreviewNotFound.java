package nl.mtvp.payment.run.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** There is no such preview, or not for who asks. */
public class PreviewNotFound extends DomainFailure {

    public PreviewNotFound(UUID id) {
        super(Kind.NOT_FOUND, "preview-not-found", "there is no preview " + id + " of a run that you may see");
    }
}
