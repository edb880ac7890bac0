package nl.mtvp.contract.eligibility.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mtvp.contract.eligibility.domain.Change;
import nl.mtvp.contract.eligibility.domain.Exclusion;
import nl.mtvp.contract.eligibility.domain.Gp;
import nl.mtvp.contract.eligibility.domain.Imported;
import nl.mtvp.contract.rest.Lines.Kind;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Big;
import nl.mtvp.kernel.rest.OneLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The lines of imports about eligibility: the columns of CSV, the properties of NDJSON. */
final class EligibilityLines {

    static final Kind<ConditionsLine, Change, Imported, Result> CONDITIONS =
            new Kind<>(ConditionsLine.class, ConditionsLine::toDomain, Result::of, Result::refused);
    static final Kind<GpLine, Change, Imported, Result> GPS =
            new Kind<>(GpLine.class, GpLine::toDomain, Result::of, Result::refused);

    private EligibilityLines() {}

    /** What a practice declared of its waarneemregeling and its exclusions. */
    public record ConditionsLine(
            @NotNull Agb agb,
            @NotNull @Schema(description = "Whether there is a waarneemregeling") Boolean locumArrangement,
            @NotNull
                    @Pattern(
                            regexp = ConditionsLine.EXCLUSIONS,
                            message =
                                    "NONE, or those that apply, with a space between them, like \"UNPAID_TAXES MORATORIUM\"")
                    @Schema(examples = "NONE", description = "NONE, or those that apply, with a space between them")
                    String exclusions) {

        static final String EXCLUSIONS = "^(NONE|" + ConditionsLine.ONE + "( " + ConditionsLine.ONE + "){0,5})$";
        static final String ONE = "(BANKRUPTCY|MORATORIUM|LIQUIDATION|UNPAID_TAXES|FALSE_STATEMENTS|INTEGRITY_FINDING)";

        Change toDomain() {
            Set<Exclusion> declared = exclusions.equals("NONE")
                    ? Set.of()
                    : Arrays.stream(exclusions.split(" "))
                            .map(Exclusion::valueOf)
                            .collect(Collectors.toSet());
            return new Change.Conditions(agb, locumArrangement, declared);
        }
    }

    /** A GP of a practice; what is left away is named as a shortfall. */
    public record GpLine(
            @NotNull @Schema(description = "The practice") Agb agb,
            @NotBlank @Size(max = 200) @OneLine String name,
            @Pattern(regexp = "^\\S{1,40}$", message = "1 to 40 characters without spaces")
                    @Schema(nullable = true, description = "BIG number")
                    String big,
            @Schema(nullable = true) Agb personalAgb) {

        Change toDomain() {
            return new Change.OneGp(
                    agb, new Gp(name, Optional.ofNullable(big).map(Big::new), Optional.ofNullable(personalAgb)));
        }
    }

    /**
     * What became of one line.
     *
     * @param line counts from 1; CSV's header is line 1
     * @param agb the practice, or null where the line could not be read
     * @param errors everything that stood in its way, or nothing
     */
    @Schema(name = "EligibilityLineResult")
    public record Result(Integer line, @Schema(nullable = true) Agb agb, Imported.Outcome outcome, List<Fault> errors) {

        static Result of(int line, Imported imported) {
            return new Result(line, imported.agb(), imported.outcome(), imported.errors());
        }

        static Result refused(int line, List<Fault> errors) {
            return new Result(line, null, Imported.Outcome.REFUSED, errors);
        }
    }
}
