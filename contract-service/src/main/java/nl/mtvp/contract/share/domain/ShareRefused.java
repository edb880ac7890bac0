package nl.mtvp.contract.share.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;

/** Why a share of the RHO is not agreed (D49). */
public final class ShareRefused extends DomainFailure {

    private ShareRefused(String code, String message) {
        super(Kind.CONFLICT, code, message);
    }

    /** The contract has no share with this id. */
    public static NotFound notFound(UUID id) {
        return new NotFound("share-not-found", "there is no share " + id + " of this contract for you");
    }

    /** A contract has one share on any day (D49). */
    public static ShareRefused stands() {
        return new ShareRefused(
                "share-stands", "another share of the contract is agreed for some of these days; end that first (D49)");
    }
}
