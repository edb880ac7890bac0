package nl.mtvp.contract.following.rest;

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
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.ContractState;
import nl.mtvp.contract.following.FollowingUseCases;
import nl.mtvp.contract.following.FollowingUseCases.Shown;
import nl.mtvp.contract.following.domain.FollowingProposal.Closing;
import nl.mtvp.contract.following.domain.FollowingProposal.FollowingFilter;
import nl.mtvp.contract.following.domain.FollowingState;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Proposals to insurers to follow what a preferent one agreed (volgen, D30). */
@Path("/following-proposals")
@Tag(name = "Following", description = "Insurers that follow what a preferent one agreed (D30)")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR, Roles.SERVICE})
public class FollowingResource {

    private final FollowingUseCases following;
    private final Desk desk;

    FollowingResource(FollowingUseCases following, Desk desk) {
        this.following = following;
        this.desk = desk;
    }

    /** A following proposal as it is shown. */
    @Schema(name = "FollowingProposal")
    public record FollowingResponse(
            UUID id,
            FollowingState state,
            UUID preferentContractId,
            @Schema(
                            description =
                                    "The state today of the contract that is followed; its end does not reach the followers")
                    ContractState preferentContractState,
            @Schema(nullable = true) UUID renews,
            Uzovi uzovi,
            Agb agb,
            LocalDate startsOn,
            String tariffSeries,
            Instant proposedAt,
            @Schema(description = "Up to, and not at, this moment the insurer may refuse; then its silence is consent")
                    Instant dueAt,
            @Schema(nullable = true) Instant closedAt,
            @Schema(nullable = true) String closedReason) {

        static FollowingResponse of(Shown shown) {
            var proposal = shown.proposal();
            return new FollowingResponse(
                    proposal.id(),
                    proposal.state(),
                    proposal.preferentContractId(),
                    shown.preferentState(),
                    proposal.renews().orElse(null),
                    proposal.uzovi(),
                    proposal.agb(),
                    proposal.startsOn(),
                    proposal.tariffSeries(),
                    proposal.proposedAt(),
                    proposal.dueAt(),
                    proposal.closing().map(Closing::at).orElse(null),
                    proposal.closing().flatMap(Closing::reason).orElse(null));
        }
    }

    /** Why an insurer does not follow. */
    public record FollowingRefusalRequest(
            @NotBlank @Size(max = 4_000) @Schema(description = "What is wrong with the tariff") String reason) {}

    @GET
    @Operation(
            summary = "Your following proposals",
            description = "Rule D30. Those of the insurers and practices in your token, in the order in which they"
                    + " were made. With preferentEnded=true those whose preferent contract was stopped, ended or"
                    + " annulled: that does not reach the followers, which decide themselves.")
    public RestResponse<List<FollowingResponse>> listFollowingProposals(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("state") FollowingState state,
            @QueryParam("preferentEnded") Boolean preferentEnded,
            @Valid @BeanParam PageParameters page) {
        var filter = new FollowingFilter(uzovi, agb, state, preferentEnded);
        return page.answer(following.list(filter, desk.visibility(), page.request()), FollowingResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A following proposal", description = "Rule D30.")
    public FollowingResponse getFollowingProposal(@PathParam("id") UUID id) {
        return FollowingResponse.of(following.withId(id, desk.visibility()));
    }

    @POST
    @Path("/{id}/refusals")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Refuse to follow, on the tariff, with the reason",
            description = "Rule D30. Up to the due moment; after it silence was consent. Role: insurer, a logged-in"
                    + " person, with the proposal's UZOVI in its token.")
    @Answers(conflict = "It was closed before, or its waiting time is over")
    public RestResponse<FollowingResponse> refuseToFollow(
            @PathParam("id") UUID id, @NotNull @Valid FollowingRefusalRequest request) {
        var person = desk.person();
        var visibility = desk.visibility();
        desk.actFor(following.withId(id, visibility).proposal().uzovi());
        return desk.created(
                FollowingResponse.class,
                () -> FollowingResponse.of(following.refuse(id, request.reason(), visibility, person)));
    }

    @POST
    @Path("/{id}/renewals")
    @RolesAllowed({Roles.SIGNATORY, Roles.INSURER})
    @Operation(
            summary = "Offer again what an insurer refused to follow",
            description = "Rule D30. A new proposal with the insurer's policy of now: tariff series and waiting time."
                    + " Roles: signatory with the proposal's AGB in the token, or insurer with its UZOVI; a logged-in"
                    + " person.")
    @Answers(
            forbidden = "You are no person of either party",
            conflict = "It was not refused or impeded, another is open, or the insurer cannot follow any more")
    public RestResponse<FollowingResponse> renewFollowingProposal(@PathParam("id") UUID id) {
        desk.person();
        var visibility = desk.visibility();
        var proposal = following.withId(id, visibility).proposal();
        if (desk.has(Roles.SIGNATORY)) {
            desk.actFor(proposal.agb());
        } else {
            desk.actFor(proposal.uzovi());
        }
        return desk.created(
                FollowingResponse.class,
                () -> FollowingResponse.of(following.renew(id, visibility)),
                made -> "/following-proposals/" + made.id());
    }
}
