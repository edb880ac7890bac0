package nl.mtvp.contract.ending.rest;

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
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.rest.Sides;
import nl.mtvp.contract.ending.EndingUseCases;
import nl.mtvp.contract.ending.domain.Ending;
import nl.mtvp.contract.ending.domain.Ending.Withdrawal;
import nl.mtvp.contract.ending.domain.EndingKind;
import nl.mtvp.contract.ending.domain.EndingState;
import nl.mtvp.contract.ending.domain.EndingTerms;
import nl.mtvp.contract.ending.rest.EndingResource.EndingRequest.EndingWithdrawalRequest;
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

/** Ends of a contract otherwise than by a breach: told by either side, perhaps taken back in time (D35). */
@Path("/contracts/{id}/endings")
@Tag(name = "Endings", description = "Contracts that end by notice, closing or end date (D35)")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR, Roles.SERVICE})
public class EndingResource {

    private final EndingUseCases endings;
    private final Sides sides;
    private final Desk desk;

    EndingResource(EndingUseCases endings, Sides sides, Desk desk) {
        this.endings = endings;
        this.sides = sides;
        this.desk = desk;
    }

    /** An end to be recorded. */
    public record EndingRequest(
            @NotNull @Schema(examples = "NOTICE") EndingKind kind,
            @NotNull @Schema(examples = "2024-07-01") @SchemeTime LocalDate endedFrom,
            @NotBlank @Size(max = 4_000) String grounds)
            implements Foreseen {

        /** What both sides are refused; a practice may tell more. */
        @Override
        public List<Fault> foreseen(Instant now) {
            return EndingTerms.foreseen(kind, Side.PRACTICE, endedFrom, SuiteClock.day(now));
        }

        EndingTerms toDomain(Side toldBy) {
            return new EndingTerms(kind, toldBy, endedFrom);
        }

        /** Why an end is taken back. */
        public record EndingWithdrawalRequest(
                @NotBlank @Size(max = 4_000) @Schema(examples = "a successor was found") String reason) {}
    }

    /** An end as it is shown, with the state that it has today. People are shown as the token's {@code sub}. */
    @Schema(name = "Ending")
    public record EndingResponse(
            UUID id,
            UUID contractId,
            EndingKind kind,
            EndingState state,
            Side toldBy,
            LocalDate endedFrom,
            String grounds,
            String announcedBy,
            Instant announcedAt,
            @Schema(nullable = true) String withdrawnBy,
            @Schema(nullable = true) Instant withdrawnAt,
            @Schema(nullable = true) String withdrawalReason) {

        static EndingResponse of(Ending ending, LocalDate today) {
            var withdrawn = ending.withdrawn();
            return new EndingResponse(
                    ending.id(),
                    ending.contractId(),
                    ending.terms().kind(),
                    ending.state(today),
                    ending.terms().toldBy(),
                    ending.terms().endedFrom(),
                    ending.grounds(),
                    ending.announced().subject(),
                    ending.announced().at(),
                    withdrawn.map(withdrawal -> withdrawal.by().subject()).orElse(null),
                    withdrawn.map(withdrawal -> withdrawal.by().at()).orElse(null),
                    withdrawn.map(Withdrawal::reason).orElse(null));
        }
    }

    @POST
    @RolesAllowed({Roles.SIGNATORY, Roles.INSURER})
    @Operation(
            summary = "Tell that a contract ends: notice, closing or end date",
            description = "Rule D35. NOTICE (opzegging) is given by the practice's signatory, at least three months"
                    + " ahead. CLOSING is told by either; only the practice may tell that it closed in the past."
                    + " END_DATE is recorded by the insurer, and lies ahead. One end stands at a time. Roles: signatory"
                    + " with the contract's AGB in the token, or insurer with its UZOVI; a logged-in person.")
    @Answers(
            invalid = "A field is malformed, or the day impossible (D35)",
            forbidden = "It is the other side's to tell, or you are no person",
            conflict = "Another end of the contract stands")
    public RestResponse<EndingResponse> announceEnding(
            @PathParam("id") UUID contractId, @NotNull @Valid EndingRequest request) {
        var person = desk.person();
        var side = sides.of(contractId);
        return desk.created(
                EndingResponse.class,
                () -> EndingResponse.of(
                        endings.announce(
                                contractId, request.toDomain(side), request.grounds(), desk.visibility(), person),
                        desk.today()),
                made -> "/contracts/" + contractId + "/endings/" + made.id());
    }

    @GET
    @Operation(
            summary = "The ends of a contract, withdrawn ones too",
            description = "Rule D35. In the order in which they were told.")
    public RestResponse<List<EndingResponse>> listEndings(
            @PathParam("id") UUID contractId, @Valid @BeanParam PageParameters page) {
        var today = desk.today();
        return page.answer(
                endings.list(contractId, desk.visibility(), page.request()),
                ending -> EndingResponse.of(ending, today));
    }

    @GET
    @Path("/{endingId}")
    @Operation(summary = "An end of a contract", description = "Rule D35.")
    @Answers(done = "The end, with the state it has today")
    public EndingResponse getEnding(@PathParam("id") UUID contractId, @PathParam("endingId") UUID endingId) {
        return EndingResponse.of(endings.withId(contractId, endingId, desk.visibility()), desk.today());
    }

    @POST
    @Path("/{endingId}/withdrawals")
    @RolesAllowed({Roles.SIGNATORY, Roles.INSURER})
    @Operation(
            summary = "Take an end back before it takes effect, with the reason",
            description = "Rule D35. By the side that told it, before its day. Roles: signatory with the contract's AGB"
                    + " in the token, or insurer with its UZOVI; a logged-in person.")
    @Answers(
            forbidden = "The other side told it, or you are no person",
            conflict = "It took effect or was withdrawn before, or a later contract of the pair runs (D29)")
    public RestResponse<EndingResponse> withdrawEnding(
            @PathParam("id") UUID contractId,
            @PathParam("endingId") UUID endingId,
            @NotNull @Valid EndingWithdrawalRequest request) {
        var person = desk.person();
        var side = sides.of(contractId);
        return desk.created(
                EndingResponse.class,
                () -> EndingResponse.of(
                        endings.withdraw(contractId, endingId, side, request.reason(), desk.visibility(), person),
                        desk.today()));
    }
}
