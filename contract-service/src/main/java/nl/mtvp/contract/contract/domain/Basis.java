package nl.mtvp.contract.contract.domain;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** The version of the regioplan that an offer, and a contract signed on it, stands on (D24). */
@Embeddable
public record Basis(String rho, String region, UUID regioplanVersionId, String regioplanContentHash) {

    public Basis {
        Present.all(rho, region, regioplanVersionId, regioplanContentHash);
    }

    /** The regioplan as evidence names it. Its property names are part of the evidence. */
    public record Regioplan(UUID versionId, String contentHash, String rho, String region) {}

    public Regioplan regioplan() {
        return new Regioplan(regioplanVersionId, regioplanContentHash, rho, region);
    }
}
