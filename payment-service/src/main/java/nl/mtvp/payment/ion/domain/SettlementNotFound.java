package nl.mtvp.payment.ion.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** There is no such settlement, or not for who asks. */
public class SettlementNotFound extends DomainFailure {

    public SettlementNotFound(UUID id) {
        super(Kind.NOT_FOUND, "settlement-not-found", "there is no settlement " + id + " that you may see");
    }
}
