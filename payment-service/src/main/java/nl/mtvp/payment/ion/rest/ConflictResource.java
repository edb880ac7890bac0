package nl.mtvp.payment.ion.rest;

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
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.ion.ConflictUseCases;
import nl.mtvp.payment.ion.domain.Settlement;
import nl.mtvp.payment.ion.domain.Settlement.Conflict;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearQuarter;

/**
 * Patients at two insurers over HTTP, to each insurer its own side, and what it settles about who stands twice (D39).
 */
@Path("/")
@Tag(name = "ION conflicts", description = "Patients whom two insurers delivered for one peildatum (D39)")
public class ConflictResource {

    private final ConflictUseCases conflicts;
    private final Desk desk;

    ConflictResource(ConflictUseCases conflicts, Desk desk) {
        this.conflicts = conflicts;
        this.desk = desk;
    }

    @GET
    @Path("ion-conflicts")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            summary = "Your lines of patients whom another insurer delivered too",
            description = "D39. Each insurer sees its own line and that another insurer has the patient too, no more."
                    + " Both count until one withdraws it, by a settlement or by a new delivery without the line;"
                    + " then the conflict is gone from this list.")
    public RestResponse<List<ConflictResponse>> listConflicts(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("peildatum") LocalDate peildatum,
            @Valid @BeanParam PageParameters page) {
        var quarter = peildatum == null ? null : YearQuarter.from(peildatum);
        return page.answer(conflicts.list(uzovi, quarter, desk.visibility(), page.request()), ConflictResponse::of);
    }

    @POST
    @Path("ion-settlements")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Tag(
            name = "ION settlements",
            description = "With whom a patient counts who stands twice, settled by the insurer (D39)")
    @Operation(
            summary = "Settle with which practice a patient counts, or that they count with none",
            description = "D39. Role: insurer, a person. For a patient refused because of another line (UNDECIDED,"
                    + " REFUSED_366), or whom another insurer has too. The count changes from now on, as an ION_CORRECTION"
                    + " of the next run; what was delivered stays. It holds for this delivery: a newer one says it by"
                    + " itself.")
    @Answers(
            missing = "There is no such delivery for you",
            invalid = "A malformed field, or a practice that was not delivered",
            conflict = "Nothing to settle, settled already, or the delivery counts no more")
    public RestResponse<SettlementResponse> settleConflict(@NotNull @Valid SettlementRequest request) {
        var person = desk.person();
        return desk.created(
                SettlementResponse.class,
                () -> SettlementResponse.of(conflicts.settle(
                        request.deliveryId(),
                        request.pseudonym(),
                        request.countsWith(),
                        request.reason(),
                        desk.visibility(),
                        person)),
                ConflictResource::path);
    }

    @POST
    @Path("ion-settlements/{id}/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Tag(
            name = "ION settlements",
            description = "With whom a patient counts who stands twice, settled by the insurer (D39)")
    @Operation(
            summary = "Take a settlement back: the patient counts as delivered again",
            description = "D39. Role: insurer, a person. What was known meanwhile stays readable.")
    @Answers(conflict = "It was withdrawn already, or the delivery counts no more")
    public RestResponse<SettlementResponse> withdrawSettlement(
            @PathParam("id") UUID id, @NotNull @Valid SettlementWithdrawalRequest request) {
        var person = desk.person();
        return desk.created(
                SettlementResponse.class,
                () -> SettlementResponse.of(conflicts.withdraw(id, request.reason(), desk.visibility(), person)),
                ConflictResource::path);
    }

    @GET
    @Path("ion-settlements")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER})
    @Tag(
            name = "ION settlements",
            description = "With whom a patient counts who stands twice, settled by the insurer (D39)")
    @Operation(
            summary = "Your settlements, withdrawn ones too",
            description = "D39. In the order in which they were made.")
    public RestResponse<List<SettlementResponse>> listSettlements(
            @QueryParam("deliveryId") UUID deliveryId, @Valid @BeanParam PageParameters page) {
        return page.answer(
                conflicts.settlements(deliveryId, desk.visibility(), page.request()), SettlementResponse::of);
    }

    @GET
    @Path("ion-settlements/{id}")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER})
    @Tag(
            name = "ION settlements",
            description = "With whom a patient counts who stands twice, settled by the insurer (D39)")
    @Operation(summary = "A settlement", description = "D39.")
    public SettlementResponse getSettlement(@PathParam("id") UUID id) {
        return SettlementResponse.of(conflicts.settlement(id, desk.visibility()));
    }

    private static String path(SettlementResponse settlement) {
        return "/ion-settlements/" + settlement.id();
    }

    /** What is to count for a patient of a delivery. */
    public record SettlementRequest(
            @NotNull UUID deliveryId,
            @NotNull UUID pseudonym,
            @Schema(description = "The practice with which they count, one of those delivered; leave it away for none")
                    Agb countsWith,
            @NotBlank @Size(max = 2_000) @Schema(examples = "insured with us until 31 March only") String reason) {}

    /** Why a settlement is taken back. */
    public record SettlementWithdrawalRequest(@NotBlank @Size(max = 2_000) String reason) {}

    /** Your line of a patient whom another insurer delivered too. */
    public record ConflictResponse(
            UUID id,
            Uzovi uzovi,
            LocalDate peildatum,
            @Schema(description = "Your delivery in which the line stands") UUID deliveryId,
            UUID pseudonym,
            Agb agb,
            LocalDate registeredOn,
            Instant foundAt) {

        static ConflictResponse of(Conflict conflict) {
            return new ConflictResponse(
                    conflict.id(),
                    conflict.uzovi(),
                    Quarters.peildatum(conflict.quarter()),
                    conflict.deliveryId(),
                    conflict.pseudonym(),
                    conflict.agb(),
                    conflict.registeredOn(),
                    conflict.foundAt());
        }
    }

    /** With which practice a patient of a delivery counts, and since when. */
    public record SettlementResponse(
            UUID id,
            UUID deliveryId,
            Uzovi uzovi,
            UUID pseudonym,
            @Schema(nullable = true, description = "The practice with which they counted as delivered; null is none")
                    Agb countedWith,
            @Schema(nullable = true, description = "The practice with which they count by this; null is none")
                    Agb countsWith,
            String reason,
            String settledBy,
            Instant knownFromAt,
            @Schema(nullable = true) Instant knownUntilAt,
            @Schema(nullable = true) String withdrawnBy,
            @Schema(nullable = true) String withdrawnReason) {

        static SettlementResponse of(Settlement settlement) {
            return new SettlementResponse(
                    settlement.id(),
                    settlement.deliveryId(),
                    settlement.uzovi(),
                    settlement.pseudonym(),
                    settlement.countedWith(),
                    settlement.countsWith(),
                    settlement.reason(),
                    settlement.settled().by(),
                    settlement.settled().at(),
                    settlement.withdrawn().map(Deed::at).orElse(null),
                    settlement.withdrawn().map(Deed::by).orElse(null),
                    settlement.withdrawnReason());
        }
    }
}
