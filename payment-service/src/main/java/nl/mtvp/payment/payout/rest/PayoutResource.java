package nl.mtvp.payment.payout.rest;

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
import java.util.function.Supplier;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.payment.payout.PayoutApproval;
import nl.mtvp.payment.payout.PayoutUseCases;
import nl.mtvp.payment.payout.PayoutUseCases.Summary;
import nl.mtvp.payment.payout.domain.PayoutState;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Payouts over HTTP (D50). */
@Path("/payouts")
@Tag(name = "Payouts", description = "What creditors are owed, netted and transferred (D50)")
@Produces(MediaType.APPLICATION_JSON)
public class PayoutResource {

    private final PayoutUseCases payouts;
    private final PayoutApproval approval;
    private final Caller caller;
    private final Idempotency idempotency;

    PayoutResource(PayoutUseCases payouts, PayoutApproval approval, Caller caller, Idempotency idempotency) {
        this.payouts = payouts;
        this.approval = approval;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "makePayout",
            summary = "Make ready what creditors are owed",
            description =
                    "D50. Role: insurer. Everything that is posted nets out per creditor; who is owed something is"
                            + " paid, or held: without a bank account in force, or within the cooling time of a new one. Nothing"
                            + " is booked yet. An insurer has one open payout at a time. Example: -6420.10, +5000.00 and"
                            + " +12000.00 pay 10579.90.")
    @APIResponseSchema(value = PayoutResponse.class, responseCode = "201", responseDescription = "A draft")
    @APIResponse(responseCode = "400", description = "A malformed field")
    @APIResponse(
            responseCode = "409",
            description =
                    "An open payout, no account of your own to pay from, or nobody to pay: errors names whoever is"
                            + " held")
    public RestResponse<PayoutResponse> make(@NotNull @Valid PayoutRequest request) {
        caller.actFor(request.uzovi());
        return once(() -> payouts.make(request.uzovi(), caller.actor()));
    }

    @POST
    @Path("/{id}/approvals")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            operationId = "approvePayout",
            summary = "Approve a payout, and so book it and make its file",
            description = "D50. Role: insurer-approver, a person, another one than who made it. All or nothing: a"
                    + " settlement in the ledger with an entry per transfer, and the pain.001 file for the bank.")
    @APIResponseSchema(value = PayoutResponse.class, responseCode = "201", responseDescription = "Booked")
    @APIResponse(responseCode = "404", description = "There is no such payout for you")
    @APIResponse(
            responseCode = "409",
            description = "No draft any more, or something was booked or a bank account changed since it was made")
    public RestResponse<PayoutResponse> approve(@PathParam("id") UUID id) {
        var approver = caller.person();
        return once(() -> approval.approve(id, caller.visibility(), approver));
    }

    @POST
    @Path("/{id}/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            operationId = "withdrawPayout",
            summary = "Withdraw a payout that is not booked",
            description = "D50. Roles: insurer, insurer-approver. It stays readable.")
    @APIResponseSchema(value = PayoutResponse.class, responseCode = "201", responseDescription = "Withdrawn")
    @APIResponse(responseCode = "400", description = "No reason")
    @APIResponse(responseCode = "404", description = "There is no such payout for you")
    @APIResponse(responseCode = "409", description = "It is booked or withdrawn already")
    public RestResponse<PayoutResponse> withdraw(
            @PathParam("id") UUID id, @NotNull @Valid PayoutWithdrawalRequest request) {
        return once(() -> payouts.withdraw(id, request.reason(), caller.visibility(), caller.actor()));
    }

    @POST
    @Path("/{id}/returns")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "recordReturn",
            summary = "Record that a transfer came back",
            description = "D50. Role: insurer. The debt is open again, and the next payout pays it: with four eyes, so"
                    + " one pair suffices here.")
    @APIResponseSchema(value = PayoutResponse.class, responseCode = "201", responseDescription = "Recorded")
    @APIResponse(responseCode = "400", description = "A malformed field")
    @APIResponse(responseCode = "404", description = "There is no such payout for you, or no such transfer in it")
    @APIResponse(responseCode = "409", description = "It came back before")
    public RestResponse<PayoutResponse> recordReturn(
            @PathParam("id") UUID id, @NotNull @Valid PayoutReturnRequest request) {
        return once(() -> payouts.recordReturn(
                id, request.number(), request.returnedOn(), request.reason(), caller.visibility(), caller.actor()));
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listPayouts",
            summary = "The payouts that you may see",
            description = "D50. Roles: insurer, insurer-approver, auditor. In the order in which they were made.")
    @APIResponse(responseCode = "200", description = "Up to limit of them; Link: rel=next when there are more")
    @APIResponse(responseCode = "400", description = "A malformed parameter")
    public RestResponse<List<PayoutResponse>> list(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("state") PayoutState state,
            @Valid @BeanParam PageParameters page) {
        return page.answer(payouts.list(uzovi, state, caller.visibility(), page.request()), PayoutResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "getPayout",
            summary = "A payout with its totals, its file's digest and what came back",
            description = "D50. Roles: insurer, insurer-approver, auditor.")
    @APIResponseSchema(value = PayoutResponse.class, responseDescription = "The payout")
    @APIResponse(responseCode = "404", description = "There is no such payout for you")
    public PayoutResponse get(@PathParam("id") UUID id) {
        return PayoutResponse.of(payouts.get(id, caller.visibility()));
    }

    @GET
    @Path("/{id}/lines")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listPayoutLines",
            summary = "A payout's transfers, then what is held",
            description = "D50. Roles: insurer, insurer-approver, auditor. In the order of numbers.")
    @APIResponse(responseCode = "200", description = "Up to limit of them; Link: rel=next when there are more")
    @APIResponse(responseCode = "404", description = "There is no such payout for you")
    public RestResponse<List<PayoutLineResponse>> lines(
            @PathParam("id") UUID id,
            @QueryParam("held") @Parameter(description = "Only what is held, or only transfers") Boolean held,
            @Valid @BeanParam PageParameters page) {
        return page.answer(payouts.lines(id, held, caller.visibility(), page.request()), PayoutLineResponse::of);
    }

    private RestResponse<PayoutResponse> once(Supplier<Summary> effect) {
        return idempotency.once(PayoutResponse.class, () -> {
            var answer = PayoutResponse.of(effect.get());
            return ResponseBuilder.create(RestResponse.Status.CREATED, answer)
                    .location(URI.create("/payouts/" + answer.id()))
                    .build();
        });
    }
}
