package nl.mtvp.payment.run.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** As many previews and recomputations as somebody may have under way are being computed (429). */
public final class TooManyComputations extends DomainFailure {

    public TooManyComputations(int max) {
        super(
                Kind.TOO_MANY,
                "too-many-at-once",
                max + " previews and recomputations of yours are being computed; ask again when one is COMPUTED");
    }
}
