package nl.mtvp.payment.ledger.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.Page;
import nl.mtvp.payment.ledger.LedgerUseCases;
import nl.mtvp.payment.ledger.domain.EntryQuery;
import nl.mtvp.payment.ledger.domain.Posting;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearQuarter;

/** The ledger over HTTP: entries, seals, and their verification (D48). */
@Path("/")
@Tag(name = "Ledger", description = "Append-only entries, sealed in a chain of digests per insurer (D48)")
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    private final LedgerUseCases ledger;
    private final Caller caller;

    LedgerResource(LedgerUseCases ledger, Caller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @Path("ledger-entries")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listLedgerEntries",
            summary = "The ledger's entries",
            description = "D48. Roles: insurer, insurer-approver, auditor. Each is one transfer, so debits equal"
                    + " credits. In the order of booking.")
    @APIResponse(responseCode = "200", description = "Up to limit of them; Link: rel=next when there are more")
    @APIResponse(responseCode = "400", description = "A malformed parameter, or knownAt in the future")
    public RestResponse<List<LedgerEntryResponse>> entries(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("quarter") YearQuarter quarter,
            @QueryParam("knownAt") @Parameter(description = "As known here at this moment") Instant knownAt,
            @QueryParam("limit") @DefaultValue(Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var asked = new EntryQuery(uzovi, agb, quarter, null, false, null, null, knownAt);
        var rows = ledger.entries(asked, EntryPositions.after(cursor), limit + 1, caller.visibility());
        return Page.of(rows, limit, EntryPositions::of, LedgerEntryResponse::of, uri);
    }

    @GET
    @Path("postings")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listPostings",
            summary = "The seals of an insurer's chain",
            description = "D48. Roles: insurer, insurer-approver, auditor. In the order of insurer and number.")
    @APIResponse(responseCode = "200", description = "Up to limit of them; Link: rel=next when there are more")
    @APIResponse(responseCode = "400", description = "A malformed parameter, or knownAt in the future")
    public RestResponse<List<PostingResponse>> postings(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("knownAt") @Parameter(description = "As known here at this moment") Instant knownAt,
            @QueryParam("limit") @DefaultValue(Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var rows = ledger.postings(uzovi, knownAt, Page.afterId(cursor), limit + 1, caller.visibility());
        return Page.of(rows, limit, Posting::id, PostingResponse::of, uri);
    }

    @POST
    @Path("postings/verifications")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "verifyPostings",
            summary = "Recompute an insurer's chain from its entries",
            description = "D48. Roles: insurer, insurer-approver, auditor. With a head that was published, a tail that"
                    + " was cut off shows too. Changes nothing, so it takes no Idempotency-Key.")
    @APIResponseSchema(value = VerificationResponse.class, responseDescription = "What verifying showed")
    @APIResponse(responseCode = "400", description = "A malformed field")
    @APIResponse(responseCode = "404", description = "There is no such insurer for you")
    public VerificationResponse verify(@NotNull @Valid VerificationRequest request) {
        return VerificationResponse.of(ledger.verify(request.uzovi(), request.head(), caller.visibility()));
    }
}
