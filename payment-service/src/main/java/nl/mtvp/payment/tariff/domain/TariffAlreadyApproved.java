package nl.mtvp.payment.tariff.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** The tariff is known already; a revision is a new tariff over the same days. */
public class TariffAlreadyApproved extends DomainFailure {

    public TariffAlreadyApproved(UUID id) {
        super(
                Kind.CONFLICT,
                "tariff-already-approved",
                "tariff " + id + " is approved already; to revise it, propose a new one over the same days (D37)");
    }
}
