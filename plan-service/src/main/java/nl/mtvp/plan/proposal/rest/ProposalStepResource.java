package nl.mtvp.plan.proposal.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.plan.proposal.ProposalUseCases;
import nl.mtvp.plan.proposal.domain.Proposal;
import nl.mtvp.plan.proposal.domain.ProposalState;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/intervention-proposals/{id}")
@Tag(name = "Intervention proposals", description = "New interventions on their way into the catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProposalStepResource {

    private final ProposalUseCases proposals;
    private final Caller caller;
    private final Idempotency idempotency;

    ProposalStepResource(ProposalUseCases proposals, Caller caller, Idempotency idempotency) {
        this.proposals = proposals;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/forwardings")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "forwardInterventionProposal",
            summary = "Forward a proposal to the national desk",
            description = "D2. Role: insurer, of the insurer that the proposal turns to. From here on every insurer"
                    + " sees it. Who proposed it never forwards it (four eyes).")
    @APIResponseSchema(value = ProposalResponse.class, responseCode = "201", responseDescription = "FORWARDED")
    @APIResponse(responseCode = "400", description = "A field is malformed")
    @APIResponse(responseCode = "403", description = "The proposal turns to another insurer, or you proposed it")
    @APIResponse(responseCode = "404", description = "No proposal that you may see has this id")
    @APIResponse(responseCode = "409", description = "The insurer has forwarded or declined it")
    public RestResponse<ProposalResponse> forward(@PathParam("id") UUID id, @NotNull @Valid ForwardingRequest request) {
        return answer(id, ProposalState.FORWARDED, request.comment());
    }

    @POST
    @Path("/refusals")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "declineInterventionProposal",
            summary = "Decline to forward a proposal, and say why",
            description = "D2. Role: insurer, of the insurer that the proposal turns to. Final for this proposal; a"
                    + " better one, or one to another insurer, is a new proposal.")
    @APIResponseSchema(value = ProposalResponse.class, responseCode = "201", responseDescription = "DECLINED")
    @APIResponse(responseCode = "400", description = "The reasons are missing or malformed")
    @APIResponse(responseCode = "403", description = "The proposal turns to another insurer, or you proposed it")
    @APIResponse(responseCode = "404", description = "No proposal that you may see has this id")
    @APIResponse(responseCode = "409", description = "The insurer has forwarded or declined it")
    public RestResponse<ProposalResponse> decline(@PathParam("id") UUID id, @NotNull @Valid RefusalRequest request) {
        return answer(id, ProposalState.DECLINED, request.reasons());
    }

    @POST
    @Path("/decisions")
    @RolesAllowed(Roles.NATIONAL_DESK)
    @Operation(
            operationId = "decideOnInterventionProposal",
            summary = "Accept a forwarded proposal into the catalogue, or reject it",
            description = "D2. Role: national-desk, a person who neither proposed nor forwarded it (four eyes). What is"
                    + " accepted is in the catalogue with the decision, and usable in plans from `usableFrom` on, which"
                    + " is not before the day of the decision (D1).")
    @APIResponseSchema(
            value = ProposalResponse.class,
            responseCode = "201",
            responseDescription = "ACCEPTED or REJECTED")
    @APIResponse(
            responseCode = "400",
            description = "A field is malformed, or the entry does not go with the decision; each fault is named")
    @APIResponse(responseCode = "403", description = "No person, or who proposed or forwarded it")
    @APIResponse(responseCode = "404", description = "No proposal that was forwarded has this id")
    @APIResponse(responseCode = "409", description = "It is decided already, or the catalogue has the code")
    public RestResponse<ProposalResponse> decide(
            @PathParam("id") UUID id, @NotNull @Valid ProposalDecisionRequest request) {
        var person = caller.person();
        return created(() -> proposals.decide(id, request.toDomain(), ProposalReaders.of(caller), person));
    }

    private RestResponse<ProposalResponse> answer(UUID id, ProposalState outcome, String reasons) {
        var readers = ProposalReaders.of(caller);
        caller.actFor(proposals.proposal(id, readers).uzovi());
        return created(() -> proposals.answer(id, outcome, reasons, readers, caller.actor()));
    }

    private RestResponse<ProposalResponse> created(Supplier<Proposal> step) {
        return idempotency.once(
                ProposalResponse.class, () -> ResponseBuilder.create(Status.CREATED, ProposalResponse.of(step.get()))
                        .build());
    }
}
