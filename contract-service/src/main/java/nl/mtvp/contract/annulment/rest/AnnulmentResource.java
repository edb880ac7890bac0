package nl.mtvp.contract.annulment.rest;

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
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.annulment.AnnulmentUseCases;
import nl.mtvp.contract.annulment.domain.Annulment;
import nl.mtvp.contract.annulment.domain.Annulment.Outcome;
import nl.mtvp.contract.annulment.domain.AnnulmentState;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.rest.Sides;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Contracts that both parties undo: proposed by one side, agreed to by the other (D28). */
@Path("/contracts/{id}/annulments")
@Tag(name = "Annulments", description = "Contracts that both parties undo, such as those with a wrong start (D28)")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR, Roles.SERVICE})
public class AnnulmentResource {

    private final AnnulmentUseCases annulments;
    private final Sides sides;
    private final Desk desk;

    AnnulmentResource(AnnulmentUseCases annulments, Sides sides, Desk desk) {
        this.annulments = annulments;
        this.sides = sides;
        this.desk = desk;
    }

    /** Why a contract is to be undone. */
    public record AnnulmentRequest(
            @NotBlank @Size(max = 4_000) @Schema(examples = "the start should have been 2023-07-01") String reason) {}

    /** An annulment as it is shown. People are shown as the token's {@code sub}. */
    @Schema(name = "Annulment")
    public record AnnulmentResponse(
            UUID id,
            UUID contractId,
            AnnulmentState state,
            String reason,
            Side proposedFor,
            String proposedBy,
            Instant proposedAt,
            @Schema(nullable = true) String answeredBy,
            @Schema(nullable = true) Instant answeredAt) {

        static AnnulmentResponse of(Annulment annulment) {
            var answer = annulment.answer();
            return new AnnulmentResponse(
                    annulment.id(),
                    annulment.contractId(),
                    annulment.state(),
                    annulment.reason(),
                    annulment.proposedFor(),
                    annulment.proposed().subject(),
                    annulment.proposed().at(),
                    answer.map(given -> given.by().subject()).orElse(null),
                    answer.map(given -> given.by().at()).orElse(null));
        }
    }

    @POST
    @RolesAllowed({Roles.SIGNATORY, Roles.INSURER})
    @Operation(
            summary = "Propose to undo a contract",
            description =
                    "Rule D28. Without effect until the other party consents. Roles: signatory with the contract's"
                            + " AGB in the token, or insurer with its UZOVI; a logged-in person.")
    @Answers(conflict = "The contract was annulled before")
    public RestResponse<AnnulmentResponse> proposeAnnulment(
            @PathParam("id") UUID contractId, @NotNull @Valid AnnulmentRequest request) {
        var person = desk.person();
        var side = sides.of(contractId);
        return desk.created(
                AnnulmentResponse.class,
                () -> AnnulmentResponse.of(
                        annulments.propose(contractId, side, request.reason(), desk.visibility(), person)),
                made -> "/contracts/" + contractId + "/annulments/" + made.id());
    }

    @GET
    @Operation(
            summary = "The annulments of a contract, withdrawn ones too",
            description = "Rule D28. In the order in which they were proposed.")
    public RestResponse<List<AnnulmentResponse>> listAnnulments(
            @PathParam("id") UUID contractId, @Valid @BeanParam PageParameters page) {
        return page.answer(annulments.ofContract(contractId, desk.visibility(), page.request()), AnnulmentResponse::of);
    }

    @GET
    @Path("/{annulmentId}")
    @Operation(summary = "An annulment of a contract", description = "Rule D28.")
    public AnnulmentResponse getAnnulment(
            @PathParam("id") UUID contractId, @PathParam("annulmentId") UUID annulmentId) {
        return AnnulmentResponse.of(annulments.withId(contractId, annulmentId, desk.visibility()));
    }

    @POST
    @Path("/{annulmentId}/consents")
    @RolesAllowed({Roles.SIGNATORY, Roles.INSURER})
    @Operation(
            summary = "Agree that the contract is undone",
            description =
                    "Rule D28. Frees the pair's days for a new offer; the contract's quarters go to zero. Four eyes:"
                            + " by the other party, and another person. Roles: signatory with the contract's AGB in the token, or"
                            + " insurer with its UZOVI; a logged-in person.")
    @Answers(
            forbidden = "Your own side proposed it, or you are no person",
            conflict = "It was answered before, or the contract is annulled")
    public RestResponse<AnnulmentResponse> consentToAnnulment(
            @PathParam("id") UUID contractId, @PathParam("annulmentId") UUID annulmentId) {
        return answer(contractId, annulmentId, Outcome.AGREED);
    }

    @POST
    @Path("/{annulmentId}/withdrawals")
    @RolesAllowed({Roles.SIGNATORY, Roles.INSURER})
    @Operation(
            summary = "Take a proposed annulment back before it is agreed to",
            description =
                    "Rule D28. By the side that proposed it. Roles: signatory with the contract's AGB in the token,"
                            + " or insurer with its UZOVI; a logged-in person.")
    @Answers(forbidden = "The other side proposed it, or you are no person", conflict = "It was answered before")
    public RestResponse<AnnulmentResponse> withdrawAnnulment(
            @PathParam("id") UUID contractId, @PathParam("annulmentId") UUID annulmentId) {
        return answer(contractId, annulmentId, Outcome.WITHDRAWN);
    }

    private RestResponse<AnnulmentResponse> answer(UUID contractId, UUID annulmentId, Outcome outcome) {
        var person = desk.person();
        var side = sides.of(contractId);
        return desk.created(
                AnnulmentResponse.class,
                () -> AnnulmentResponse.of(
                        annulments.answer(contractId, annulmentId, outcome, side, desk.visibility(), person)));
    }
}
