package nl.mtvp.contract.offer.domain;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;

/** The version of the regioplan that an offer, and a contract signed on it, stands on (D24). */
@Embeddable
public record Basis(String rho, String region, UUID regioplanVersionId, String regioplanContentHash) {

    public Basis {
        Present.all(rho, region, regioplanVersionId, regioplanContentHash);
    }

    /** What an offer stands on where nothing is missing. */
    public static Basis of(Standing standing) {
        var regioplan = standing.regioplan().orElseThrow();
        return new Basis(
                regioplan.rho(), standing.admissions().get(0).region(), regioplan.versionId(), regioplan.contentHash());
    }
}
