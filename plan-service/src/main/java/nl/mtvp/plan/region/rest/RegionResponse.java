package nl.mtvp.plan.region.rest;

import nl.mtvp.plan.region.domain.Region;

/** A region and its RHO. */
public record RegionResponse(String code, String name, String rho) {

    static RegionResponse of(Region region) {
        return new RegionResponse(region.code(), region.name(), region.rho());
    }
}
