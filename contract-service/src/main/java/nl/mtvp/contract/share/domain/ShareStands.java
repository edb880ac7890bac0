package nl.mtvp.contract.share.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** A contract has one share on any day (D49). */
public class ShareStands extends DomainFailure {

    public ShareStands() {
        super(
                Kind.CONFLICT,
                "share-stands",
                "another share of the contract is agreed for some of these days; end that first (D49)");
    }
}
