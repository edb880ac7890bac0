package nl.mtvp.payment.ledger.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** As many exports as this service does at once are under way. */
public class TooManyExports extends DomainFailure {

    public TooManyExports(int atOnce) {
        super(
                Kind.TOO_MANY,
                "too-many-exports",
                atOnce + " exports are under way, which is as many as are done at once; try again in a minute");
    }
}
