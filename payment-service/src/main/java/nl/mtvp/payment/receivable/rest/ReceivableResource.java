package nl.mtvp.payment.receivable.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.rest.Foreseen;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.OneLine;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.payment.answer.rest.Created;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.ledger.domain.CreditorBalance.BalanceQuery;
import nl.mtvp.payment.receivable.ReceivableUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Receivables over HTTP (D50). */
@Path("/receivables")
@Tag(name = "Receivables", description = "What creditors owe, settled oldest first by later runs (D50)")
@Produces(MediaType.APPLICATION_JSON)
public class ReceivableResource {

    private final ReceivableUseCases receivables;
    private final Caller caller;
    private final Idempotency idempotency;

    ReceivableResource(ReceivableUseCases receivables, Caller caller, Idempotency idempotency) {
        this.receivables = receivables;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO})
    @Operation(
            operationId = "listReceivables",
            summary = "The creditors that owe, with what is open of which posting",
            description = "D50. Roles: insurer, insurer-approver, auditor, practice, signatory, rho; each sees its own."
                    + " Oldest first: later runs settle it in that order. What is open at the end of the fourth quarter"
                    + " after the quarter of its posting is handed over for collection.")
    @APIResponse(responseCode = "200", description = "Up to limit of them; Link: rel=next when there are more")
    @APIResponse(responseCode = "400", description = "A malformed parameter, or knownAt in the future")
    public RestResponse<List<ReceivableResponse>> list(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("rho") String rho,
            @QueryParam("knownAt") @Parameter(description = "As known here at this moment") Instant knownAt,
            @Valid @BeanParam PageParameters page) {
        var asked = new BalanceQuery(uzovi, agb, rho);
        return page.answer(
                receivables.list(asked, knownAt, caller.visibility(), page.request()), ReceivableResponse::of);
    }

    @POST
    @Path("/collection-returns")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "returnFromCollection",
            summary = "Take a receivable back from collection",
            description = "D50. Role: insurer. It is netted again from now on, and has four quarters anew. It lowers"
                    + " what is paid out, so one pair of eyes suffices; the payout has four.")
    @APIResponseSchema(
            value = ReceivableResponse.class,
            responseCode = "201",
            responseDescription = "What the creditor owes now")
    @APIResponse(responseCode = "400", description = "A malformed field, no creditor or two, or no amount")
    @APIResponse(responseCode = "409", description = "More than is in collection")
    public RestResponse<ReceivableResponse> takeBack(@NotNull @Valid CollectionReturnRequest request) {
        caller.actFor(request.uzovi());
        var creditor = request.creditor();
        return idempotency.once(
                ReceivableResponse.class,
                () -> Created.of(ReceivableResponse.of(
                        receivables.takeBack(creditor, request.amount(), request.reason(), caller.actor()))));
    }

    /** What to take back from collection: of a practice or of an RHO. */
    public record CollectionReturnRequest(
            @NotNull Uzovi uzovi,
            Agb agb,
            @Pattern(regexp = "[^:|]{1,100}", message = "an RHO is named without : and |") @OneLine String rho,
            @NotNull @Schema(description = "More than zero, and no more than is in collection") Euro amount,
            @NotBlank @Size(max = 2_000) String reason)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return faults();
        }

        private List<Fault> faults() {
            var faults = new ArrayList<Fault>();
            if (amount != null && !amount.isPositive()) {
                faults.add(Fault.inBody("/amount", "not-positive", "what comes back is more than 0.00 (D50)"));
            }
            return faults;
        }

        Creditor creditor() {
            var faults = faults();
            if ((agb == null) == (rho == null)) {
                faults.add(Fault.inBody("/agb", "one-creditor", "a creditor is a practice or an RHO: say which (D50)"));
            }
            InvalidInput.ifAny(faults);
            return new Creditor(uzovi, agb, rho);
        }
    }
}
