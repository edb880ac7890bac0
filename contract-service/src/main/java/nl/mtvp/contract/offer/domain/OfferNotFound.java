package nl.mtvp.contract.offer.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No offer with this id is there for who asks. */
public class OfferNotFound extends DomainFailure {

    public OfferNotFound(UUID id) {
        super(Kind.NOT_FOUND, "offer-not-found", "there is no offer " + id + " for you");
    }
}
