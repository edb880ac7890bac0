package nl.mtvp.contract.eligibility.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mtvp.contract.eligibility.EligibilityUseCases;
import nl.mtvp.contract.eligibility.domain.Author;
import nl.mtvp.contract.eligibility.domain.Check;
import nl.mtvp.contract.eligibility.domain.Exclusion;
import nl.mtvp.contract.eligibility.domain.Gp;
import nl.mtvp.contract.eligibility.domain.Picture;
import nl.mtvp.contract.eligibility.domain.Stated;
import nl.mtvp.contract.eligibility.domain.Statement;
import nl.mtvp.contract.eligibility.rest.EligibilityResource.EligibilityRequest.GpBody;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Big;
import nl.mtvp.kernel.rest.answer.ETags;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.description.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Whether a practice may have a contract, check by check, from what it states of itself (D23). */
@Path("/practices/{agb}/eligibility")
@Tag(name = "Eligibility", description = "Whether a practice may have a contract, and what falls short (D23)")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR, Roles.SERVICE})
public class EligibilityResource {

    private final EligibilityUseCases eligibility;
    private final Desk desk;

    EligibilityResource(EligibilityUseCases eligibility, Desk desk) {
        this.eligibility = eligibility;
        this.desk = desk;
    }

    /** What a practice states of itself (D23). */
    public record EligibilityRequest(
            @NotNull @Size(max = Statement.GPS_MAX) List<@NotNull @Valid GpBody> gps,
            @NotNull Boolean locumArrangement,
            @NotNull @Schema(description = "Those that apply to the practice; an empty list states that none does")
                    Set<@NotNull Exclusion> exclusions) {

        /** A GP of the practice; what is left away is named as a shortfall. */
        @Schema(name = "Gp")
        public record GpBody(
                @NotBlank @Size(max = 200) @OneLine String name,
                @Pattern(regexp = "^\\S{1,40}$", message = "1 to 40 characters without spaces")
                        @Schema(nullable = true, examples = "19012345601")
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

    /** Whether a practice is eligible, check by check, and what it stated (D23). */
    @Schema(name = "Eligibility")
    public record EligibilityResponse(
            Agb agb,
            Boolean eligible,
            List<CheckBody> checks,
            @Schema(nullable = true, description = "What the practice stated last; null when it stated nothing")
                    StatementBody statement,
            @Schema(nullable = true) Instant statedAt,
            @Schema(nullable = true) Author statedBy) {

        /** One condition, with everything that falls short of it and how to mend it. */
        @Schema(name = "EligibilityCheck")
        public record CheckBody(
                Check.Name check, Boolean met, List<Check.Shortfall> shortfalls, List<String> warnings) {

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

    @GET
    @Operation(
            summary = "Whether a practice is eligible: each check, each shortfall, how to mend it",
            description = "Rule D23. It informs, and blocks no offer. A strange BIG number is a warning, no shortfall."
                    + " Roles: insurer, insurer-approver and auditor (any practice), practice and signatory (their"
                    + " own), service.")
    @Answers(done = "The checks, all of them", unchanged = "You have it already, by If-None-Match")
    public RestResponse<EligibilityResponse> getEligibility(@PathParam("agb") Agb agb) {
        return answer(eligibility.of(agb, desk.visibility()));
    }

    @PUT
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            summary = "State the practice's GPs, its waarneemregeling and the exclusions that apply",
            description = "Rule D23. Replaces what was stated before, which stays on record. Shortfalls are answered,"
                    + " not refused. Role: signatory, a logged-in person, with the practice's AGB in the token.")
    @Answers(missing = "No such practice is registered", done = "Stated; the checks, all of them")
    public RestResponse<EligibilityResponse> stateEligibility(
            @PathParam("agb") Agb agb,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(example = "\"0\"") String ifMatch,
            @NotNull @Valid EligibilityRequest request) {
        var person = desk.person();
        desk.actFor(agb);
        return answer(eligibility.state(agb, request.toDomain(), version -> ETags.require(ifMatch, version), person));
    }

    private static RestResponse<EligibilityResponse> answer(Picture picture) {
        return ResponseBuilder.ok(EligibilityResponse.of(picture))
                .tag(ETags.of(picture.version()))
                .build();
    }
}
