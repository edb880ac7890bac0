package nl.mtvp.contract.measure.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.measure.MeasureUseCases;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.MeasureKind;
import nl.mtvp.contract.measure.domain.MeasureRefused;
import nl.mtvp.contract.measure.domain.MeasureState;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.contract.measure.rest.MeasureSteps.History;
import nl.mtvp.contract.measure.rest.MeasureSteps.Shown;
import nl.mtvp.contract.measure.rest.MeasureSteps.WithdrawalRequest;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.kernel.time.SuiteClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Stops of a contract after a breach: proposed, decided by somebody else, perhaps taken back (D34). */
@Path("/contracts/{id}/stops")
@Tag(name = "Stops", description = "A contract that ends early after a breach (D34)")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.SERVICE})
public class StopResource {

    private static final Shown<StopResponse> SHOWN = new Shown<>(
            StopResponse.class,
            StopResponse::of,
            measure -> "/contracts/" + measure.contractId() + "/stops/" + measure.id());

    private final MeasureUseCases measures;
    private final ContractUseCases contracts;
    private final MeasureSteps steps;
    private final Desk desk;

    StopResource(MeasureUseCases measures, ContractUseCases contracts, MeasureSteps steps, Desk desk) {
        this.measures = measures;
        this.contracts = contracts;
        this.steps = steps;
        this.desk = desk;
    }

    /** A stop to be decided on. */
    public record StopRequest(
            @NotNull @Schema(examples = "2023-11-15") @SchemeTime LocalDate stoppedFrom,
            @NotNull @Schema(examples = "2023-11-01") @SchemeTime LocalDate hearingOpenedOn,
            @NotBlank @Size(max = 4_000) String grounds)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return stoppedFrom == null || hearingOpenedOn == null
                    ? List.of()
                    : new Terms.Stop(stoppedFrom, hearingOpenedOn).foreseen(SuiteClock.day(now));
        }

        Terms toDomain() {
            return new Terms.Stop(stoppedFrom, hearingOpenedOn);
        }
    }

    /** A stop as it is shown, with everything that was done about it. */
    @Schema(name = "Stop")
    public record StopResponse(
            UUID id,
            UUID contractId,
            MeasureState state,
            LocalDate stoppedFrom,
            LocalDate hearingOpenedOn,
            String grounds,
            History history) {

        static StopResponse of(Measure measure) {
            var terms = (Terms.Stop) measure.terms();
            return new StopResponse(
                    measure.id(),
                    measure.contractId(),
                    measure.state(),
                    terms.stoppedFrom(),
                    terms.hearingOpenedOn(),
                    measure.grounds(),
                    History.of(measure));
        }
    }

    @POST
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Propose to stop a contract after a breach",
            description = "Rule D34. Without effect until somebody else approves it. The stop is not before the day on"
                    + " which the hearing was opened. Role: insurer, with the contract's UZOVI in its token.")
    @Answers(invalid = "A field is malformed, or the day before the hearing or the start")
    public RestResponse<StopResponse> proposeStop(
            @PathParam("id") UUID contractId, @NotNull @Valid StopRequest request) {
        return steps.propose(contractId, request.toDomain(), request.grounds(), SHOWN);
    }

    @GET
    @Operation(summary = "The stops of a contract", description = "Rule D34. In the order in which they were proposed.")
    public RestResponse<List<StopResponse>> listStops(
            @PathParam("id") UUID contractId, @Valid @BeanParam PageParameters page) {
        var visibility = desk.visibility();
        var contract = contracts.withId(contractId, visibility);
        return page.answer(
                measures.list(MeasureKind.STOP, contract.id(), visibility, page.request()), StopResponse::of);
    }

    @GET
    @Path("/{stopId}")
    @Operation(summary = "A stop", description = "Rule D34.")
    public StopResponse getStop(@PathParam("id") UUID contractId, @PathParam("stopId") UUID stopId) {
        return StopResponse.of(found(contractId, stopId));
    }

    @POST
    @Path("/{stopId}/approvals")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Decide that a proposed stop takes effect",
            description = "Rule D34. Four eyes: not by who proposed it.")
    @Answers(
            forbidden = "You proposed it yourself, or are no person",
            conflict = "It was decided or withdrawn before, or another stop stands")
    public RestResponse<StopResponse> approveStop(@PathParam("id") UUID contractId, @PathParam("stopId") UUID stopId) {
        return steps.approve(found(contractId, stopId), SHOWN);
    }

    @POST
    @Path("/{stopId}/withdrawals")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Take a stop back, with the reason",
            description = "Rule D34. A new fact: what was decided stays on record.")
    @Answers(conflict = "It was withdrawn before, or a later contract of the pair runs")
    public RestResponse<StopResponse> withdrawStop(
            @PathParam("id") UUID contractId,
            @PathParam("stopId") UUID stopId,
            @NotNull @Valid WithdrawalRequest request) {
        return steps.withdraw(found(contractId, stopId), request, SHOWN);
    }

    private Measure found(UUID contractId, UUID stopId) {
        var stop = measures.withId(MeasureKind.STOP, stopId, desk.visibility());
        if (!stop.contractId().equals(contractId)) {
            throw MeasureRefused.notFound(stopId);
        }
        return stop;
    }
}
