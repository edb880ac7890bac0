package nl.mtvp.plan.region.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.Objects;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** That an insurer negotiates in a region (D6). */
@Entity
@Immutable
@IdClass(PreferentInsurer.Key.class)
public class PreferentInsurer {

    /** An insurer is preferent in a region once. */
    public record Key(String region, Uzovi uzovi) {}

    @Id
    private String region;

    @Id
    private Uzovi uzovi;

    @EmbeddedColumnNaming("declared_%s")
    private Deed declared;

    protected PreferentInsurer() {}

    public PreferentInsurer(String region, Uzovi uzovi, Deed declared) {
        this.region = Objects.requireNonNull(region, "region");
        this.uzovi = Objects.requireNonNull(uzovi, "uzovi");
        this.declared = Objects.requireNonNull(declared, "declared");
    }

    public String region() {
        return region;
    }

    public Uzovi uzovi() {
        return uzovi;
    }
}
