package nl.mtvp.contract.measure.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.measure.Estimates;
import nl.mtvp.contract.measure.MeasureUseCases;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.MeasureKind;
import nl.mtvp.contract.measure.domain.MeasureState;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.contract.measure.rest.ClawbackPreviewResource.CoverageResponse;
import nl.mtvp.contract.measure.rest.MeasureSteps.History;
import nl.mtvp.contract.measure.rest.MeasureSteps.Shown;
import nl.mtvp.contract.measure.rest.MeasureSteps.WithdrawalRequest;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Clawbacks (terugvordering): proposed, decided by somebody else, perhaps taken back (D34). */
@Path("/clawbacks")
@Tag(name = "Clawbacks", description = "Money taken back that was used unlawfully (terugvordering, D34)")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.SERVICE})
public class ClawbackResource {

    private static final Shown<ClawbackResponse> SHOWN =
            new Shown<>(ClawbackResponse.class, ClawbackResponse::of, measure -> "/clawbacks/" + measure.id());

    private final MeasureUseCases measures;
    private final MeasureSteps steps;
    private final ContractUseCases contracts;
    private final Estimates estimates;
    private final Desk desk;

    ClawbackResource(
            MeasureUseCases measures, MeasureSteps steps, ContractUseCases contracts, Estimates estimates, Desk desk) {
        this.measures = measures;
        this.contracts = contracts;
        this.estimates = estimates;
        this.steps = steps;
        this.desk = desk;
    }

    /** A clawback as it is shown, with everything that was done about it. */
    @Schema(name = "Clawback")
    public record ClawbackResponse(
            UUID id,
            UUID contractId,
            MeasureState state,
            LocalDate clawedBackFrom,
            LocalDate clawedBackUntil,
            @Schema(examples = "33.33") String percentage,
            String grounds,
            History history,
            @Schema(nullable = true, description = "What it was decided on; null while it is not decided")
                    Evidence evidence) {

        /** The days and euros that a decision was taken on. */
        @Schema(name = "ClawbackEvidence")
        public record Evidence(
                String digest,
                @Schema(
                                type = SchemaType.OBJECT,
                                description =
                                        "Terms, coverage, and what it takes per quarter and in all, as it was then")
                        Object document) {

            static Evidence of(Frozen frozen) {
                return new Evidence(frozen.digest(), CanonicalJson.read(frozen.bytes()));
            }
        }

        static ClawbackResponse of(Measure measure) {
            var terms = (Terms.Clawback) measure.terms();
            return new ClawbackResponse(
                    measure.id(),
                    measure.contractId(),
                    measure.state(),
                    terms.clawedBackFrom(),
                    terms.clawedBackUntil(),
                    terms.percentage().toString(),
                    measure.grounds(),
                    History.of(measure),
                    measure.evidence().map(Evidence::of).orElse(null));
        }
    }

    @POST
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Propose to take money back over a period",
            description = "Rule D34: only where it was used unlawfully (onrechtmatige inzet), for a stated period, with"
                    + " grounds. Without effect until somebody else approves it. Role: insurer, with the contract's"
                    + " UZOVI in its token.")
    @Answers(
            missing = "There is no such contract for you",
            invalid = "A field is malformed, or the period empty or before the contract")
    public RestResponse<ClawbackResponse> proposeClawback(@NotNull @Valid ClawbackRequest request) {
        return steps.propose(request.contractId(), request.toDomain(), request.grounds(), SHOWN);
    }

    @GET
    @Operation(
            summary = "Your clawbacks",
            description = "Rule D34. Of one contract, or of all contracts of the insurers in your token. In the order"
                    + " in which they were proposed.")
    public RestResponse<List<ClawbackResponse>> listClawbacks(
            @QueryParam("contractId") UUID contractId, @Valid @BeanParam PageParameters page) {
        return page.answer(
                measures.list(MeasureKind.CLAWBACK, contractId, desk.visibility(), page.request()),
                ClawbackResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A clawback", description = "Rule D34.")
    public ClawbackResponse getClawback(@PathParam("id") UUID id) {
        return ClawbackResponse.of(found(id));
    }

    @POST
    @Path("/{id}/approvals")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Decide that a proposed clawback takes effect",
            description = "Rule D34. What it takes from practice and RHO, as payment-service tells it at this moment,"
                    + " is frozen with the decision; /coverage shows it before. Four eyes: not by who proposed it.")
    @Answers(
            forbidden = "You proposed it yourself, or are no person",
            conflict = "It was decided or withdrawn before, or would not count",
            away = "Payment-service does not tell what it takes; try again later")
    public RestResponse<ClawbackResponse> approveClawback(@PathParam("id") UUID id) {
        return steps.approve(found(id), SHOWN);
    }

    @POST
    @Path("/{id}/withdrawals")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Take a clawback back, with the reason",
            description = "Rule D34. A new fact: what was decided stays on record.")
    @Answers(conflict = "It was withdrawn before")
    public RestResponse<ClawbackResponse> withdrawClawback(
            @PathParam("id") UUID id, @NotNull @Valid WithdrawalRequest request) {
        return steps.withdraw(found(id), request, SHOWN);
    }

    @GET
    @Path("/{id}/coverage")
    @Operation(
            summary = "What a clawback takes of each quarter, and in all",
            description = "Rule D34. Days and exact parts by the contract as it stands, and euros from practice and"
                    + " RHO as payment-service tells them now; without its answer it says why they are missing. What"
                    + " a decision was taken on stands with the clawback.")
    @Answers(done = "The quarters, in their order")
    public CoverageResponse getClawbackCoverage(@PathParam("id") UUID id) {
        var clawback = measures.withId(MeasureKind.CLAWBACK, id, desk.visibility());
        var contract = contracts.withId(clawback.contractId(), desk.visibility());
        var terms = (Terms.Clawback) clawback.terms();
        return CoverageResponse.of(contract, terms, () -> estimates.of(contract.id(), terms));
    }

    private Measure found(UUID id) {
        return measures.withId(MeasureKind.CLAWBACK, id, desk.visibility());
    }
}
