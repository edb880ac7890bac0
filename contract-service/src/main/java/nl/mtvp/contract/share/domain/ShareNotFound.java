package nl.mtvp.contract.share.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** The contract has no share with this id. */
public class ShareNotFound extends DomainFailure {

    public ShareNotFound(UUID id) {
        super(Kind.NOT_FOUND, "share-not-found", "there is no share " + id + " of this contract for you");
    }
}
