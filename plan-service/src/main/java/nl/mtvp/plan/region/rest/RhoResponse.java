package nl.mtvp.plan.region.rest;

import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.plan.region.domain.Rho;

/** A regional organisation. */
public record RhoResponse(String code, String name, Kvk kvk) {

    static RhoResponse of(Rho rho) {
        return new RhoResponse(rho.code(), rho.name(), rho.kvk());
    }
}
