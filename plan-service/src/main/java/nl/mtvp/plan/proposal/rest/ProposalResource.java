package nl.mtvp.plan.proposal.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.plan.proposal.ProposalUseCases;
import nl.mtvp.plan.proposal.ProposalUseCases.Readers;
import nl.mtvp.plan.proposal.domain.Proposal;
import nl.mtvp.plan.proposal.domain.Proposal.ProposalFilter;
import nl.mtvp.plan.proposal.domain.ProposalState;
import nl.mtvp.plan.proposal.domain.Proposer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/intervention-proposals")
@Tag(name = "Intervention proposals", description = "New interventions on their way into the catalogue")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.INSURER, Roles.INSURER_APPROVER, Roles.NATIONAL_DESK})
public class ProposalResource {

    private final ProposalUseCases proposals;
    private final Desk desk;

    ProposalResource(ProposalUseCases proposals, Desk desk) {
        this.proposals = proposals;
        this.desk = desk;
    }

    @POST
    @RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO})
    @Operation(
            summary = "Propose a new intervention to an insurer",
            description = "D2. Roles: practice and signatory (of the practice that proposes), rho (of the RHO that"
                    + " proposes). The insurer forwards it to the national desk or declines; until the desk accepts it,"
                    + " it cannot stand in a plan.")
    @Answers(
            done = "PROPOSED",
            invalid = "A field is malformed, or not one of practice and RHO proposes",
            conflict = "The practice or RHO is not registered")
    public RestResponse<ProposalResponse> proposeIntervention(@NotNull @Valid ProposalRequest request) {
        var proposer = new Proposer(request.agb(), request.rho());
        if (proposer.agb() == null) {
            desk.actForRho(proposer.rho());
        } else {
            desk.actFor(proposer.agb());
        }
        return desk.created(
                ProposalResponse.class,
                () -> ProposalResponse.of(proposals.propose(proposer, request.uzovi(), request.idea(), desk.actor())),
                made -> "/intervention-proposals/" + made.id());
    }

    @GET
    @Operation(
            summary = "The proposals that you may see, oldest first",
            description = "D2. Oldest first. Roles: practice and signatory (their own), rho (its own and its"
                    + " practices'), insurer and insurer-approver (those that they are asked to forward, and all that"
                    + " were forwarded), national-desk (all that were forwarded; `state=FORWARDED` is what awaits its"
                    + " next meeting).")
    public RestResponse<List<ProposalResponse>> listInterventionProposals(
            @QueryParam("state") ProposalState state,
            @QueryParam("agb") Agb agb,
            @QueryParam("rho") String rho,
            @Valid @BeanParam PageParameters page) {
        var filter = new ProposalFilter(state, agb, rho);
        return page.answer(proposals.proposals(filter, readers(), page.request()), ProposalResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A proposal", description = "D2. Roles as for the list; what you may not see is 404.")
    public ProposalResponse getInterventionProposal(@PathParam("id") UUID id) {
        return ProposalResponse.of(proposals.proposal(id, readers()));
    }

    @POST
    @Path("/{id}/forwardings")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Forward a proposal to the national desk",
            description = "D2. Role: insurer, of the insurer that the proposal turns to. From here on every insurer"
                    + " sees it. Who proposed it never forwards it (four eyes).")
    @Answers(
            done = "FORWARDED",
            forbidden = "The proposal turns to another insurer, or you proposed it",
            conflict = "The insurer has forwarded or declined it")
    public RestResponse<ProposalResponse> forwardInterventionProposal(
            @PathParam("id") UUID id, @NotNull @Valid ForwardingRequest request) {
        return answer(id, ProposalState.FORWARDED, request.comment());
    }

    @POST
    @Path("/{id}/refusals")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Decline to forward a proposal, and say why",
            description = "D2. Role: insurer, of the insurer that the proposal turns to. Final for this proposal; a"
                    + " better one, or one to another insurer, is a new proposal.")
    @Answers(
            done = "DECLINED",
            forbidden = "The proposal turns to another insurer, or you proposed it",
            conflict = "The insurer has forwarded or declined it")
    public RestResponse<ProposalResponse> declineInterventionProposal(
            @PathParam("id") UUID id, @NotNull @Valid RefusalRequest request) {
        return answer(id, ProposalState.DECLINED, request.reasons());
    }

    @POST
    @Path("/{id}/decisions")
    @RolesAllowed(Roles.NATIONAL_DESK)
    @Operation(
            summary = "Accept a forwarded proposal into the catalogue, or reject it",
            description = "D2. Role: national-desk, a person who neither proposed nor forwarded it (four eyes). What is"
                    + " accepted is in the catalogue with the decision, and usable in plans from `usableFrom` on, which"
                    + " is not before the day of the decision (D1).")
    @Answers(
            done = "ACCEPTED or REJECTED",
            invalid = "A field is malformed, or the entry does not go with the decision; each fault is named",
            forbidden = "No person, or who proposed or forwarded it",
            conflict = "It is decided already, or the catalogue has the code")
    public RestResponse<ProposalResponse> decideOnInterventionProposal(
            @PathParam("id") UUID id, @NotNull @Valid ProposalDecisionRequest request) {
        var person = desk.person();
        return created(() -> proposals.decide(id, request.toDomain(), readers(), person));
    }

    /** What was forwarded is for every insurer and the national desk, the rest for its parties. */
    private Readers readers() {
        var visibility = desk.visibility();
        return new Readers(
                visibility,
                desk.has(Roles.NATIONAL_DESK) || !visibility.insurers().isEmpty());
    }

    private RestResponse<ProposalResponse> answer(UUID id, ProposalState outcome, String reasons) {
        var readers = readers();
        desk.actFor(proposals.proposal(id, readers).uzovi());
        return created(() -> proposals.answer(id, outcome, reasons, readers, desk.actor()));
    }

    private RestResponse<ProposalResponse> created(Supplier<Proposal> step) {
        return desk.created(ProposalResponse.class, () -> ProposalResponse.of(step.get()));
    }

    /** That the insurer brings a proposal to the national desk, with its comment if it has one. */
    public record ForwardingRequest(@Size(max = 4_000) String comment) {}

    /** That the insurer does not forward a proposal, and why. */
    public record RefusalRequest(@NotBlank @Size(max = 4_000) String reasons) {}
}
