package nl.mtvp.payment.tariff.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** There is no such tariff, or not for who asks. */
public class TariffNotFound extends DomainFailure {

    public TariffNotFound(UUID id) {
        super(Kind.NOT_FOUND, "tariff-not-found", "there is no tariff " + id + " that you may see");
    }
}
