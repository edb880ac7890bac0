package nl.mtvp.payment.tariff.rest;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import nl.mtvp.kernel.rest.Foresight;
import nl.mtvp.payment.tariff.TariffUseCases;

/** What else is wrong with a tariff that cannot be read (D37). */
class TariffForesight {

    @Produces
    @Singleton
    static Foresight<TariffRequest> ofTariffs(TariffUseCases tariffs) {
        return new Foresight<>(
                TariffRequest.class,
                body -> tariffs.foreseen(body.validFrom(), body.euroPerIonPerQuarter(), body.segment()));
    }
}
