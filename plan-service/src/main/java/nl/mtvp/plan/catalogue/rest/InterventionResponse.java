package nl.mtvp.plan.catalogue.rest;

import java.time.LocalDate;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/** An intervention of the catalogue (D1). */
public record InterventionResponse(
        String code, Kernelement kernelement, String nameNl, String nameEn, LocalDate usableFrom) {

    static InterventionResponse of(Intervention intervention) {
        return new InterventionResponse(
                intervention.code(),
                intervention.kernelement(),
                intervention.nameNl(),
                intervention.nameEn(),
                intervention.usableFrom());
    }
}
