package nl.mtvp.payment.ledger.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.ClientLimits;
import nl.mtvp.kernel.rest.ClientLimits.Work;
import nl.mtvp.kernel.rest.Csv;
import nl.mtvp.kernel.rest.NdJson;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.ledger.LedgerUseCases;
import nl.mtvp.payment.ledger.LedgerUseCases.View;
import nl.mtvp.payment.ledger.domain.EntryCause;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The payment history over HTTP (D47, D54). */
@Path("/payments")
@Tag(name = "Payments", description = "What was booked, about which quarter, when and why (D44, D47)")
public class PaymentResource {

    private final LedgerUseCases ledger;
    private final Caller caller;
    private final ClientLimits limits;

    PaymentResource(LedgerUseCases ledger, Caller caller, ClientLimits limits) {
        this.ledger = ledger;
        this.caller = caller;
        this.limits = limits;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, NdJson.MEDIA_TYPE})
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.AUDITOR})
    @Operation(
            operationId = "listPayments",
            summary = "The payment history",
            description =
                    "D44, D47, D54. Roles: insurer, insurer-approver, practice, signatory, rho, auditor; each sees"
                            + " its own: a practice its own part, an RHO its shares. With knownAt the history is as"
                            + " known here at that moment, and never changes afterwards. In the order of booking. As"
                            + " text/csv or application/x-ndjson the whole selection comes at once, without limit and"
                            + " cursor; if it breaks off, so does the connection.")
    @APIResponse(
            responseCode = "200",
            description = "Up to limit of them; Link: rel=next when there are more. As CSV or NDJSON all of them.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = PaymentResponse.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = NdJson.MEDIA_TYPE, schema = @Schema(implementation = PaymentResponse.class))
            })
    @APIResponse(responseCode = "400", description = "A malformed parameter, or knownAt in the future")
    @APIResponse(responseCode = "429", description = "Too many exports are under way")
    public Response list(
            @BeanParam @Valid EntryParameters asked,
            @QueryParam("cause") Cause cause,
            @Context HttpHeaders headers,
            @Valid @BeanParam PageParameters page) {
        var query = asked.query(cause == null ? null : EntryCause.valueOf(cause.name()), true);
        var file = Exports.asked(headers);
        if (file.isPresent()) {
            limits.take(Work.HEAVY);
            return Exports.answer(file.get(), ledger.export(query, View.PAYMENTS, file.get(), caller.visibility()));
        }
        return page.answer(ledger.entries(query, caller.visibility(), page.request()), PaymentResponse::of)
                .toResponse();
    }
}
