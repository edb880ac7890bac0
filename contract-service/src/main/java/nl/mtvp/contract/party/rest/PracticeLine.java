package nl.mtvp.contract.party.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.mtvp.contract.party.domain.Enterprise;
import nl.mtvp.contract.party.domain.Practice;
import nl.mtvp.contract.party.domain.Registration;
import nl.mtvp.contract.rest.Lines.Kind;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.rest.OneLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A practice with its enterprise as one line of an import: the columns of CSV, the properties of NDJSON. */
public record PracticeLine(
        @NotNull Agb agb,
        @NotBlank @Size(max = 200) @OneLine String name,
        @NotNull Kvk kvk,
        @NotBlank @Size(max = 200) @OneLine String enterpriseName) {

    static final Kind<PracticeLine, Practice, Registration, Result> KIND =
            new Kind<>(PracticeLine.class, PracticeLine::toDomain, Result::of, Result::refused);

    Practice toDomain() {
        return new Practice(agb, name, new Enterprise(kvk, enterpriseName));
    }

    /**
     * What became of one line.
     *
     * @param line counts from 1; CSV's header is line 1
     * @param agb the practice, or null where the line could not be read
     * @param errors everything that stood in its way, or nothing
     */
    @Schema(name = "PracticeLineResult")
    public record Result(
            Integer line, @Schema(nullable = true) Agb agb, Registration.Outcome outcome, List<Fault> errors) {

        static Result of(int line, Registration registration) {
            return new Result(line, registration.agb(), registration.outcome(), registration.errors());
        }

        static Result refused(int line, List<Fault> errors) {
            return new Result(line, null, Registration.Outcome.REFUSED, errors);
        }
    }
}
