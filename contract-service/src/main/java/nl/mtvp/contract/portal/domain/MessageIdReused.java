package nl.mtvp.contract.portal.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** A message id came with other content before (D36). */
public class MessageIdReused extends DomainFailure {

    public MessageIdReused(UUID messageId) {
        super(
                Kind.CONFLICT,
                "message-id-reused",
                "message " + messageId + " came with other content before; a new fact has a new id (D36)");
    }
}
