package nl.mtvp.payment.ledger.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.Page;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.ledger.LedgerUseCases;
import nl.mtvp.payment.ledger.domain.EntryQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearQuarter;

/** The payment history over HTTP (D47, D54). */
@Path("/payments")
@Tag(name = "Payments", description = "What was booked, about which quarter, when and why (D44, D47)")
@Produces(MediaType.APPLICATION_JSON)
public class PaymentResource {

    private final LedgerUseCases ledger;
    private final Caller caller;

    PaymentResource(LedgerUseCases ledger, Caller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.AUDITOR})
    @Operation(
            operationId = "listPayments",
            summary = "The payment history",
            description =
                    "D44, D47, D54. Roles: insurer, insurer-approver, practice, signatory, rho, auditor; each sees"
                            + " its own: a practice its own part, an RHO its shares. With knownAt the history is as known here at that moment, and never changes afterwards."
                            + " In the order of booking.")
    @APIResponse(responseCode = "200", description = "Up to limit of them; Link: rel=next when there are more")
    @APIResponse(responseCode = "400", description = "A malformed parameter, or knownAt in the future")
    public RestResponse<List<PaymentResponse>> list(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("quarter") @Parameter(description = "The quarter that it is about") YearQuarter quarter,
            @QueryParam("cause") Cause cause,
            @QueryParam("bookedFrom") @Parameter(description = "Booked on this day or later") LocalDate bookedFrom,
            @QueryParam("bookedUntil") @Parameter(description = "Booked before this day") LocalDate bookedUntil,
            @QueryParam("knownAt") @Parameter(description = "As known here at this moment") Instant knownAt,
            @QueryParam("limit") @DefaultValue(Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var asked = new EntryQuery(uzovi, agb, quarter, cause, true, start(bookedFrom), start(bookedUntil), knownAt);
        var rows = ledger.entries(asked, EntryPositions.after(cursor), limit + 1, caller.visibility());
        return Page.of(rows, limit, EntryPositions::of, PaymentResponse::of, uri);
    }

    private static Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(SuiteClock.ZONE).toInstant();
    }
}
