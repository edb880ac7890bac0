package nl.mtvp.plan.regioplan.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.kernel.rest.description.MayBeNull;
import nl.mtvp.plan.regioplan.domain.RhoShare;

/** The ground of a share of the tariff for the RHO (D49): a percentage, or else cents per ION. */
@JsonPropertyOrder({"percentage", "centsPerIon", "benefit", "sharedFrom"})
@MayBeNull({"centsPerIon", "percentage"})
public record RhoShareResponse(@JsonUnwrapped RhoShare.Written written) {

    static RhoShareResponse of(RhoShare share) {
        return share == null ? null : new RhoShareResponse(share.written());
    }
}
