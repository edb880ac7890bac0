package nl.mtvp.contract.measure.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.measure.Estimates;
import nl.mtvp.contract.measure.domain.Coverage;
import nl.mtvp.contract.measure.domain.Percentage;
import nl.mtvp.contract.measure.domain.Takings;
import nl.mtvp.contract.measure.domain.Takings.Parts;
import nl.mtvp.contract.measure.domain.TakingsNotAvailable;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.rest.description.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.threeten.extra.YearQuarter;

/** What a clawback would take, for who is about to order one with a breach and has no proposal to look at (D34). */
@Path("/contracts/{id}/clawback-coverage")
@Tag(name = "Clawbacks", description = "Money taken back that was used unlawfully (terugvordering, D34)")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
public class ClawbackPreviewResource {

    private final ContractUseCases contracts;
    private final Estimates estimates;
    private final Desk desk;

    ClawbackPreviewResource(ContractUseCases contracts, Estimates estimates, Desk desk) {
        this.contracts = contracts;
        this.estimates = estimates;
        this.desk = desk;
    }

    /** What a clawback takes, as days and parts by the contract as it stands, and as euros if payment-service tells them. */
    @Schema(name = "ClawbackCoverage")
    public record CoverageResponse(
            List<QuarterResponse> quarters,
            @Schema(nullable = true) TakesResponse takes,
            @Schema(nullable = true) Instant knownAt,
            @Schema(nullable = true) String takesNotAvailable) {

        /** What it takes of one quarter. */
        @Schema(name = "ClawbackCoverageQuarter")
        public record QuarterResponse(
                YearQuarter quarter,
                Integer days,
                Integer inForceDays,
                Integer clawedBackDays,
                @Schema(examples = "45/92") String part,
                @Schema(nullable = true) TakesResponse takes) {}

        /** An amount, by who it is taken from. */
        @Schema(name = "ClawbackTakes")
        public record TakesResponse(Euro practice, Euro rho) {

            static TakesResponse of(Parts parts) {
                return new TakesResponse(parts.practice(), parts.rho());
            }
        }

        static CoverageResponse of(Contract contract, Terms.Clawback terms, Supplier<Takings> asked) {
            var coverage = Coverage.of(contract.startsOn(), contract.course().inForceUntil(), terms);
            try {
                var takings = asked.get();
                var quarters = coverage.stream()
                        .map(quarter -> quarter(quarter, takings.of(quarter.quarter())))
                        .toList();
                return new CoverageResponse(quarters, TakesResponse.of(takings.total()), takings.knownAt(), null);
            } catch (TakingsNotAvailable missing) {
                var quarters = coverage.stream()
                        .map(quarter -> quarter(quarter, Optional.empty()))
                        .toList();
                return new CoverageResponse(quarters, null, null, missing.getMessage());
            }
        }

        private static QuarterResponse quarter(Coverage coverage, Optional<Parts> takes) {
            return new QuarterResponse(
                    coverage.quarter(),
                    coverage.days(),
                    coverage.inForceDays(),
                    coverage.clawedBackDays(),
                    coverage.part(),
                    takes.map(TakesResponse::of).orElse(null));
        }
    }

    @GET
    @Operation(
            summary = "What a clawback of a contract would take of each quarter, and in all",
            description = "Rule D34. The same as a proposed clawback's coverage; nothing is recorded.")
    @Answers(
            done = "The quarters, in their order",
            invalid = "A parameter is malformed, or the period empty or too early")
    public CoverageResponse previewClawback(
            @PathParam("id") UUID contractId,
            @QueryParam("clawedBackFrom") @NotNull @SchemeTime LocalDate clawedBackFrom,
            @QueryParam("clawedBackUntil") @NotNull @SchemeTime LocalDate clawedBackUntil,
            @QueryParam("percentage") @NotNull @Pattern(regexp = ClawbackRequest.PERCENTAGE, message = Percentage.RULE)
                    String percentage) {
        var contract = contracts.withId(contractId, desk.visibility());
        var terms = new Terms.Clawback(clawedBackFrom, clawedBackUntil, new Percentage(percentage));
        var faults = Stream.concat(
                        terms.faults(contract.startsOn(), desk.today()).stream(),
                        terms.faultsAfter(contract.course().inForceUntil()).stream())
                .map(fault -> new Fault("query", fault.location().substring(1), fault.code(), fault.detail()))
                .toList();
        InvalidInput.ifAny(faults);
        return CoverageResponse.of(contract, terms, () -> estimates.of(contractId, terms));
    }
}
