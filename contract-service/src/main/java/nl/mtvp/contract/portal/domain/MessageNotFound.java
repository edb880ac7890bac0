package nl.mtvp.contract.portal.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No message with this id is there for who asks. */
public class MessageNotFound extends DomainFailure {

    public MessageNotFound(UUID id) {
        super(Kind.NOT_FOUND, "portal-message-not-found", "there is no portal message " + id + " for you");
    }
}
