package nl.mtvp.payment.massmove.rest;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.massmove.MassMoveUseCases;
import nl.mtvp.payment.massmove.domain.FlaggedMove;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearQuarter;

/** Mass moves over HTTP (D40). */
@Path("/ion-mass-moves")
@Tag(name = "ION mass moves", description = "Practices whose registrations changed too much to be paid unseen (D40)")
public class MassMoveResource {

    private final MassMoveUseCases moves;
    private final Desk desk;

    MassMoveResource(MassMoveUseCases moves, Desk desk) {
        this.moves = moves;
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            summary = "The mass moves that you may see",
            description = "D40. In the order in which they were flagged; one that newer deliveries undid stays"
                    + " readable, with knownUntilAt.")
    public RestResponse<List<MassMoveResponse>> listMassMoves(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("peildatum") LocalDate peildatum,
            @Valid @BeanParam PageParameters page) {
        var quarter = peildatum == null ? null : YearQuarter.from(peildatum);
        return page.answer(moves.list(uzovi, quarter, desk.visibility(), page.request()), MassMoveResponse::of);
    }

    @POST
    @Path("/{id}/acknowledgements")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            summary = "Say that a mass move was looked at, and what was found",
            description = "D40. Roles: insurer, insurer-approver; a person. A run with a line about this practice and"
                    + " quarter is not approved before. It is valid while the numbers stay as they are.")
    @Answers(conflict = "It is acknowledged already, or a newer delivery undid it")
    public RestResponse<MassMoveResponse> acknowledgeMassMove(
            @PathParam("id") UUID id, @NotNull @Valid AcknowledgementRequest request) {
        var person = desk.person();
        return desk.created(
                MassMoveResponse.class,
                () -> MassMoveResponse.of(moves.acknowledge(id, request.reason(), desk.visibility(), person)));
    }

    /** What somebody found who looked at a mass move. */
    public record AcknowledgementRequest(@NotBlank @Size(max = 2_000) String reason) {}

    /** A practice whose ION changed by more than 25 % and more than 50 between two peildata. */
    public record MassMoveResponse(
            UUID id,
            Uzovi uzovi,
            Agb agb,
            LocalDate peildatum,
            @Schema(description = "The nearest earlier peildatum with a delivery") LocalDate comparedWith,
            Long ionBefore,
            Long ionAfter,
            Instant knownFromAt,
            @Schema(nullable = true, description = "When newer deliveries said otherwise; null while it stands")
                    Instant knownUntilAt,
            @Schema(nullable = true) Acknowledgement acknowledgement) {

        /** Who looked at it, and what they found. */
        public record Acknowledgement(String reason, String acknowledgedBy, Instant acknowledgedAt) {}

        static MassMoveResponse of(FlaggedMove move) {
            return new MassMoveResponse(
                    move.id(),
                    move.uzovi(),
                    move.agb(),
                    Quarters.peildatum(move.quarter()),
                    Quarters.peildatum(move.comparedWith()),
                    move.ionBefore(),
                    move.ionAfter(),
                    move.knownFrom(),
                    move.knownUntil(),
                    move.acknowledged()
                            .map(done -> new Acknowledgement(move.reason(), done.by(), done.at()))
                            .orElse(null));
        }
    }
}
