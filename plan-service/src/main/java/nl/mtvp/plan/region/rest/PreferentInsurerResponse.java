package nl.mtvp.plan.region.rest;

import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.region.domain.PreferentInsurer;

/** An insurer that negotiates in a region. */
public record PreferentInsurerResponse(String region, Uzovi uzovi) {

    static PreferentInsurerResponse of(PreferentInsurer insurer) {
        return new PreferentInsurerResponse(insurer.region(), insurer.uzovi());
    }
}
