package nl.mtvp.contract.party.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** The insurer has no label or scheme with this id. */
public class InsurerFactNotFound extends DomainFailure {

    public InsurerFactNotFound(UUID id) {
        super(Kind.NOT_FOUND, "insurer-fact-not-found", "the insurer has no label or scheme " + id);
    }
}
