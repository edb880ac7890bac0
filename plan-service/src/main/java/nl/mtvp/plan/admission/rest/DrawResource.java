package nl.mtvp.plan.admission.rest;

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
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.plan.admission.DrawUseCases;
import nl.mtvp.plan.admission.RoundUseCases;
import nl.mtvp.plan.admission.TrancheUseCases;
import nl.mtvp.plan.admission.domain.Seed;
import nl.mtvp.plan.region.RegionUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/admission-rounds")
@Tag(name = "Draws", description = "From the freeze of a round to those it admits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DrawResource {

    private final RegionUseCases regions;
    private final RoundUseCases rounds;
    private final DrawUseCases draws;
    private final TrancheUseCases tranches;
    private final Caller caller;
    private final Idempotency idempotency;

    DrawResource(
            RegionUseCases regions,
            RoundUseCases rounds,
            DrawUseCases draws,
            TrancheUseCases tranches,
            Caller caller,
            Idempotency idempotency) {
        this.regions = regions;
        this.rounds = rounds;
        this.draws = draws;
        this.tranches = tranches;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/{id}/lot-withdrawals")
    @RolesAllowed(Roles.RHO)
    @Operation(
            operationId = "withdrawLot",
            summary = "Withdraw a lot between freeze and draw",
            description =
                    "D20. Role: rho, of the region's RHO. The lot stays in the pool and is skipped; the order of the"
                            + " others does not change.")
    @APIResponseSchema(value = TranscriptResponse.class, responseCode = "201", responseDescription = "Withdrawn")
    @APIResponse(responseCode = "400", description = "A field is missing or malformed")
    @APIResponse(responseCode = "404", description = "No round has this id, or its pool no such lot")
    @APIResponse(responseCode = "409", description = "Withdrawn before, or the round is not frozen or drawn already")
    public RestResponse<TranscriptResponse> withdrawLot(
            @PathParam("id") UUID id, @NotNull @Valid LotWithdrawalRequest request) {
        actForRho(id);
        return idempotency.once(
                TranscriptResponse.class,
                () -> RoundResource.created(draws.withdrawLot(id, request.lotId(), request.reason(), caller.actor())));
    }

    @POST
    @Path("/{id}/draws")
    @RolesAllowed(Roles.NOTARY)
    @Operation(
            operationId = "draw",
            summary = "Reveal the seed and draw",
            description =
                    "D19, D20, D21. Role: notary, a person, for the first draw of a round or an ordered repetition. The seed's SHA-256 must be the commitment. Lots have their"
                            + " turns in the order that seed and pool give; who is admitted is told to the neighbours.")
    @APIResponseSchema(value = TranscriptResponse.class, responseCode = "201", responseDescription = "CLOSED")
    @APIResponse(responseCode = "400", description = "The seed is malformed or not the one committed to")
    @APIResponse(responseCode = "404", description = "No round has this id")
    @APIResponse(responseCode = "409", description = "The round is not frozen, or closed already")
    public RestResponse<TranscriptResponse> draw(@PathParam("id") UUID id, @NotNull @Valid DrawRequest request) {
        var notary = caller.person();
        return idempotency.once(
                TranscriptResponse.class, () -> RoundResource.created(draws.draw(id, Seed.of(request.seed()), notary)));
    }

    @POST
    @Path("/{id}/admission-withdrawals")
    @RolesAllowed(Roles.RHO)
    @Operation(
            operationId = "withdrawAdmission",
            summary = "Take back the admission of a practice that steps out",
            description =
                    "D21, D24. Role: rho, of the region's RHO. Contracts are not changed by it. The practice counts as"
                            + " opted out; when it changes its mind, it starts later (D18).")
    @APIResponseSchema(
            value = AdmissionWithdrawalResponse.class,
            responseCode = "201",
            responseDescription = "Taken back")
    @APIResponse(responseCode = "400", description = "A field is missing or malformed")
    @APIResponse(responseCode = "404", description = "No round has this id, or it did not admit the practice")
    @APIResponse(responseCode = "409", description = "Taken back before")
    public RestResponse<AdmissionWithdrawalResponse> withdrawAdmission(
            @PathParam("id") UUID id, @NotNull @Valid AdmissionWithdrawalRequest request) {
        actForRho(id);
        return idempotency.once(AdmissionWithdrawalResponse.class, () -> {
            var admission = tranches.withdraw(id, request.agb(), request.reason(), caller.actor());
            var answer = new AdmissionWithdrawalResponse(
                    admission.agb(), admission.region(), admission.roundId(), request.reason());
            return ResponseBuilder.create(Status.CREATED, answer).build();
        });
    }

    private void actForRho(UUID round) {
        caller.actForRho(
                regions.region(rounds.transcript(round).round().region()).rho());
    }
}
