package nl.mtvp.contract.eligibility.rest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nl.mtvp.contract.eligibility.domain.Author;
import nl.mtvp.contract.eligibility.domain.Check;
import nl.mtvp.contract.eligibility.domain.Exclusion;
import nl.mtvp.contract.eligibility.domain.Picture;
import nl.mtvp.contract.eligibility.domain.Stated;
import nl.mtvp.contract.eligibility.domain.Statement;
import nl.mtvp.contract.eligibility.rest.EligibilityRequest.GpBody;
import nl.mtvp.kernel.identity.Agb;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a practice is eligible, check by check, and what it stated (D23). */
@Schema(name = "Eligibility")
public record EligibilityResponse(
        Agb agb,
        Boolean eligible,
        List<CheckBody> checks,
        @Schema(nullable = true, description = "What the practice stated last, if anything") StatementBody statement,
        @Schema(nullable = true) Instant statedAt,
        @Schema(nullable = true, description = "INSURER where one imported what the practice declared elsewhere")
                Author statedBy) {

    /** One condition, with everything that falls short of it and how to mend it. */
    @Schema(name = "EligibilityCheck")
    public record CheckBody(Check.Name check, Boolean met, List<Check.Shortfall> shortfalls, List<String> warnings) {

        static CheckBody of(Check check) {
            return new CheckBody(check.name(), check.isMet(), check.shortfalls(), check.warnings());
        }
    }

    /** What was stated. */
    @Schema(name = "EligibilityStatement")
    public record StatementBody(List<GpBody> gps, Boolean locumArrangement, List<Exclusion> exclusions) {

        static StatementBody of(Statement statement) {
            return new StatementBody(
                    statement.gps().stream().map(GpBody::of).toList(),
                    statement.locumArrangement(),
                    statement.exclusions().stream()
                            .sorted(Comparator.naturalOrder())
                            .toList());
        }
    }

    static EligibilityResponse of(Picture picture) {
        var checks = picture.checks();
        return new EligibilityResponse(
                picture.agb(),
                checks.stream().allMatch(Check::isMet),
                checks.stream().map(CheckBody::of).toList(),
                picture.statement().map(StatementBody::of).orElse(null),
                picture.statedAt().orElse(null),
                picture.stated().map(Stated::author).orElse(null));
    }
}
