package nl.mtvp.payment.ion.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.payment.ion.SettlementUseCases;
import nl.mtvp.payment.ion.domain.Settlement;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What an insurer settles about patients who stand twice, over HTTP (D39). */
@Path("/ion-settlements")
@Tag(
        name = "ION settlements",
        description = "With whom a patient counts who stands twice, settled by the insurer (D39)")
@Produces(MediaType.APPLICATION_JSON)
public class SettlementResource {

    private final SettlementUseCases settlements;
    private final Caller caller;
    private final Idempotency idempotency;

    SettlementResource(SettlementUseCases settlements, Caller caller, Idempotency idempotency) {
        this.settlements = settlements;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "settleConflict",
            summary = "Settle with which practice a patient counts, or that they count with none",
            description = "D39. Role: insurer, a person. For a patient refused because of another line (UNDECIDED,"
                    + " REFUSED_366), or whom another insurer has too. The count changes from now on, as an"
                    + " ION_CORRECTION of the next run; what was delivered stays. It holds for this delivery: a newer one"
                    + " says it by itself.")
    @APIResponseSchema(
            value = SettlementResponse.class,
            responseCode = "201",
            responseDescription = "Known from now on")
    @APIResponse(responseCode = "400", description = "A malformed field, or a practice that was not delivered")
    @APIResponse(responseCode = "404", description = "There is no such delivery for you")
    @APIResponse(
            responseCode = "409",
            description = "Nothing to settle, settled already, or the delivery counts no more")
    public RestResponse<SettlementResponse> settle(@NotNull @Valid SettlementRequest request) {
        var person = caller.person();
        return idempotency.once(
                SettlementResponse.class,
                () -> created(settlements.settle(
                        request.deliveryId(),
                        request.pseudonym(),
                        request.countsWith(),
                        request.reason(),
                        caller.visibility(),
                        person)));
    }

    @POST
    @Path("/{id}/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "withdrawSettlement",
            summary = "Take a settlement back: the patient counts as delivered again",
            description = "D39. Role: insurer, a person. What was known meanwhile stays readable.")
    @APIResponseSchema(value = SettlementResponse.class, responseCode = "201", responseDescription = "Taken back")
    @APIResponse(responseCode = "400", description = "No reason")
    @APIResponse(responseCode = "404", description = "There is no such settlement for you")
    @APIResponse(responseCode = "409", description = "It was withdrawn already, or the delivery counts no more")
    public RestResponse<SettlementResponse> withdraw(
            @PathParam("id") UUID id, @NotNull @Valid SettlementWithdrawalRequest request) {
        var person = caller.person();
        return idempotency.once(
                SettlementResponse.class,
                () -> created(settlements.withdraw(id, request.reason(), caller.visibility(), person)));
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            operationId = "listSettlements",
            summary = "Your settlements, withdrawn ones too",
            description = "D39. Roles: insurer, insurer-approver. In the order in which they were made.")
    @APIResponse(responseCode = "200", description = "Up to limit of them; Link: rel=next when there are more")
    @APIResponse(responseCode = "400", description = "A malformed parameter")
    public RestResponse<List<SettlementResponse>> list(
            @QueryParam("deliveryId") UUID deliveryId, @Valid @BeanParam PageParameters page) {
        return page.answer(settlements.list(deliveryId, caller.visibility(), page.request()), SettlementResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            operationId = "getSettlement",
            summary = "A settlement",
            description = "D39. Roles: insurer, insurer-approver.")
    @APIResponseSchema(value = SettlementResponse.class, responseDescription = "The settlement")
    @APIResponse(responseCode = "404", description = "There is no such settlement for you")
    public SettlementResponse get(@PathParam("id") UUID id) {
        return SettlementResponse.of(settlements.get(id, caller.visibility()));
    }

    private static RestResponse<SettlementResponse> created(Settlement settlement) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, SettlementResponse.of(settlement))
                .location(URI.create("/ion-settlements/" + settlement.id()))
                .build();
    }
}
