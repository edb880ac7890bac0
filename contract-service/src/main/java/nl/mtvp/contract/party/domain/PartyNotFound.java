package nl.mtvp.contract.party.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** No such insurer or practice is registered here (D22). */
public class PartyNotFound extends DomainFailure {

    public PartyNotFound(String party) {
        super(Kind.NOT_FOUND, "party-not-found", party + " is not registered here (D22)");
    }
}
