package nl.mtvp.plan.regioplan.rest;

import java.time.LocalDate;
import nl.mtvp.plan.regioplan.domain.RhoShare;

/** The ground of a share of the tariff for the RHO (D49): a percentage, or else cents per ION. */
public record RhoShareResponse(String percentage, Integer centsPerIon, String benefit, LocalDate sharedFrom) {

    static RhoShareResponse of(RhoShare share) {
        return share == null
                ? null
                : new RhoShareResponse(
                        share.percentage() == null ? null : share.percentage().toPlainString(),
                        share.centsPerIon(),
                        share.benefit(),
                        share.sharedFrom());
    }
}
