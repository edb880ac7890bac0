package nl.mtvp.payment.ion.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** There is no such delivery, or not for who asks. */
public class DeliveryNotFound extends DomainFailure {

    public DeliveryNotFound(UUID id) {
        super(Kind.NOT_FOUND, "delivery-not-found", "there is no ION delivery " + id + " that you may see");
    }
}
