package nl.mtvp.contract.offer.domain;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;

/** The version of the regioplan that an offer, and a contract signed on it, stands on (D24). */
@Embeddable
public record Basis(String rho, String region, UUID regioplanVersionId, String regioplanContentHash) {

    public Basis {
        Objects.requireNonNull(rho, "rho");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(regioplanVersionId, "regioplanVersionId");
        Objects.requireNonNull(regioplanContentHash, "regioplanContentHash");
    }

    /** What an offer stands on where nothing is missing. */
    public static Basis of(Standing standing) {
        var regioplan = standing.regioplan().orElseThrow();
        return new Basis(
                regioplan.rho(), standing.admissions().get(0).region(), regioplan.versionId(), regioplan.contentHash());
    }
}
