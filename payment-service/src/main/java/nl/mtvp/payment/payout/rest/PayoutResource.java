package nl.mtvp.payment.payout.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.answer.Streams;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.limit.ClientLimits.Work;
import nl.mtvp.kernel.rest.limit.Takes;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.payment.payout.PayoutUseCases;
import nl.mtvp.payment.payout.PayoutUseCases.Summary;
import nl.mtvp.payment.payout.domain.Payout.PayoutState;
import nl.mtvp.payment.payout.rest.PayoutResponse.PayoutLineResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Payouts over HTTP (D50). */
@Path("/payouts")
@Tag(name = "Payouts", description = "What creditors are owed, netted and transferred (D50)")
public class PayoutResource {

    private final PayoutUseCases payouts;
    private final Desk desk;
    private final Streams streams;

    PayoutResource(PayoutUseCases payouts, Desk desk, Streams streams) {
        this.payouts = payouts;
        this.desk = desk;
        this.streams = streams;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Make ready what creditors are owed",
            description = "D50. Everything that is posted nets out per creditor; who is owed something is paid, or"
                    + " held: without a bank account in force, or within the cooling time of a new one. Nothing is"
                    + " booked yet. An insurer has one open payout at a time. Example: -6420.10, +5000.00 and"
                    + " +12000.00 pay 10579.90.")
    @Answers(
            conflict = "An open payout, no account of your own to pay from, or nobody to pay: errors names whoever is"
                    + " held")
    public RestResponse<PayoutResponse> makePayout(@NotNull @Valid PayoutRequest request) {
        desk.actFor(request.uzovi());
        return once(() -> payouts.make(request.uzovi(), desk.actor()));
    }

    @POST
    @Path("/{id}/approvals")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Approve a payout, and so book it and make its file",
            description = "D50. Role: insurer-approver, a person, another one than who made it. All or nothing: a"
                    + " settlement in the ledger with an entry per transfer, and the pain.001 file for the bank.")
    @Answers(conflict = "No draft any more, or something was booked or a bank account changed since it was made")
    public RestResponse<PayoutResponse> approvePayout(@PathParam("id") UUID id) {
        var approver = desk.person();
        return once(() -> payouts.approve(id, desk.visibility(), approver));
    }

    @POST
    @Path("/{id}/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(summary = "Withdraw a payout that is not booked", description = "D50. It stays readable.")
    @Answers(conflict = "It is booked or withdrawn already")
    public RestResponse<PayoutResponse> withdrawPayout(
            @PathParam("id") UUID id, @NotNull @Valid PayoutWithdrawalRequest request) {
        return once(() -> payouts.withdraw(id, request.reason(), desk.visibility(), desk.actor()));
    }

    @POST
    @Path("/{id}/returns")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Record that a transfer came back",
            description = "D50. The debt is open again, and the next payout pays it: with four eyes, so one pair"
                    + " suffices here.")
    @Answers(missing = "There is no such payout for you, or no such transfer in it", conflict = "It came back before")
    public RestResponse<PayoutResponse> recordReturn(
            @PathParam("id") UUID id, @NotNull @Valid PayoutReturnRequest request) {
        return once(() -> payouts.recordReturn(
                id, request.number(), request.returnedOn(), request.reason(), desk.visibility(), desk.actor()));
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(summary = "The payouts that you may see", description = "D50. In the order in which they were made.")
    public RestResponse<List<PayoutResponse>> listPayouts(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("state") PayoutState state,
            @Valid @BeanParam PageParameters page) {
        return page.answer(payouts.list(uzovi, state, desk.visibility(), page.request()), PayoutResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(summary = "A payout with its totals, its file's digest and what came back", description = "D50.")
    public PayoutResponse getPayout(@PathParam("id") UUID id) {
        return PayoutResponse.of(payouts.get(id, desk.visibility()));
    }

    @GET
    @Path("/{id}/lines")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(summary = "A payout's transfers, then what is held", description = "D50. In the order of numbers.")
    public RestResponse<List<PayoutLineResponse>> listPayoutLines(
            @PathParam("id") UUID id,
            @QueryParam("held") @Parameter(description = "With true only what is held, with false only transfers")
                    Boolean held,
            @Valid @BeanParam PageParameters page) {
        return page.answer(payouts.lines(id, held, desk.visibility(), page.request()), PayoutLineResponse::of);
    }

    @GET
    @Path("/{id}/pain.001")
    @Produces(MediaType.APPLICATION_XML)
    @Takes(Work.HEAVY)
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            summary = "The payout's file for the bank",
            description = "D50. pain.001.001.09, made once, when the payout was booked: the same bytes whenever it is"
                    + " fetched. Repr-Digest tells their SHA-256.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
    @Answers(missing = "There is no such payout for you, or it is not booked")
    public Response getPayoutFile(@PathParam("id") UUID id) {
        var file = payouts.file(id, desk.visibility());
        var digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.digest()));
        StreamingOutput content = out -> streams.send(to -> payouts.download(id, to), out);
        return Response.ok(content)
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"payout-" + id + ".xml\"")
                .build();
    }

    private RestResponse<PayoutResponse> once(Supplier<Summary> effect) {
        return desk.created(
                PayoutResponse.class, () -> PayoutResponse.of(effect.get()), made -> "/payouts/" + made.id());
    }

    /** Whose creditors to pay. */
    public record PayoutRequest(@NotNull Uzovi uzovi) {}

    /** Why a payout is withdrawn. */
    public record PayoutWithdrawalRequest(@NotBlank @Size(max = 2_000) String reason) {}

    /** A transfer that came back. */
    public record PayoutReturnRequest(
            @NotNull
                    @Min(1)
                    @Max(10_000_000)
                    @Schema(description = "The line's number in the payout, the last part of the end-to-end id")
                    Long number,
            @NotNull @Schema(description = "The day on which the money was back") @SchemeTime LocalDate returnedOn,
            @NotBlank
                    @Size(max = 500)
                    @Schema(description = "What the bank says, such as its code", examples = "AC04 closed")
                    String reason)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return returnedOn != null && returnedOn.isAfter(SuiteClock.day(now))
                    ? List.of(Fault.inBody("/returnedOn", "not-possible", "money is back on a day that has come (D50)"))
                    : List.of();
        }
    }
}
