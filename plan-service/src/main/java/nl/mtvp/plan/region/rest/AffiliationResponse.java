package nl.mtvp.plan.region.rest;

import java.time.LocalDate;
import nl.mtvp.plan.region.domain.Affiliation;

/**
 * Where a practice belongs over some days.
 *
 * @param affiliatedFrom null when it has been there as far as anybody said
 * @param affiliatedUntil exclusive; null when nothing follows
 */
public record AffiliationResponse(
        String region, String rho, String hub, LocalDate affiliatedFrom, LocalDate affiliatedUntil) {

    static AffiliationResponse of(Affiliation place) {
        return new AffiliationResponse(place.region(), place.rho(), place.hub(), place.from(), place.until());
    }
}
