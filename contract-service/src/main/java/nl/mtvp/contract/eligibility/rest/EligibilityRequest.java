package nl.mtvp.contract.eligibility.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mtvp.contract.eligibility.domain.Exclusion;
import nl.mtvp.contract.eligibility.domain.Gp;
import nl.mtvp.contract.eligibility.domain.Statement;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Big;
import nl.mtvp.kernel.rest.OneLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a practice states of itself (D23). */
public record EligibilityRequest(
        @NotNull @Size(max = Statement.GPS_MAX) List<@NotNull @Valid GpBody> gps,
        @NotNull @Schema(description = "Whether there is a waarneemregeling") Boolean locumArrangement,
        @NotNull @Schema(description = "Those that apply to the practice; an empty list states that none does")
                Set<@NotNull Exclusion> exclusions) {

    /** A GP of the practice; what is left away is named as a shortfall. */
    @Schema(name = "Gp")
    public record GpBody(
            @NotBlank @Size(max = 200) @OneLine String name,
            @Pattern(regexp = "^\\S{1,40}$", message = "1 to 40 characters without spaces")
                    @Schema(nullable = true, examples = "19012345601", description = "BIG number")
                    String big,
            @Schema(nullable = true) Agb personalAgb) {

        static GpBody of(Gp gp) {
            return new GpBody(
                    gp.name(),
                    gp.big().map(Big::number).orElse(null),
                    gp.personalAgb().orElse(null));
        }

        Gp toDomain() {
            return new Gp(name, Optional.ofNullable(big).map(Big::new), Optional.ofNullable(personalAgb));
        }
    }

    Statement toDomain() {
        return new Statement(gps.stream().map(GpBody::toDomain).toList(), locumArrangement, exclusions);
    }
}
