package nl.mtvp.plan.region.rest;

import nl.mtvp.plan.region.domain.Hub;

/** A hub of a region. */
public record HubResponse(String region, String name) {

    static HubResponse of(Hub hub) {
        return new HubResponse(hub.region(), hub.name());
    }
}
