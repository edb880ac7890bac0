package nl.mtvp.contract.offer.rest;

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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.offer.OfferUseCases;
import nl.mtvp.contract.offer.domain.OfferFilter;
import nl.mtvp.contract.offer.domain.OfferState;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.NdJson;
import nl.mtvp.kernel.rest.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Offers of insurers to practices: made one by one or by the line, and read by both (D24, D25, D28). */
@Path("/contract-offers")
@Tag(name = "Offers", description = "What insurers offer practices, and the answers (D24-D28)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR, Roles.SERVICE})
public class OfferResource {

    private final OfferUseCases offers;
    private final OfferBulk bulk;
    private final Caller caller;
    private final Idempotency idempotency;
    private final Clock clock;

    OfferResource(OfferUseCases offers, OfferBulk bulk, Caller caller, Idempotency idempotency, Clock clock) {
        this.offers = offers;
        this.bulk = bulk;
        this.caller = caller;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "proposeOffer",
            summary = "Offer a practice a contract, or many at once",
            description = "Rules D24, D25, D28, D29. Refused while something is missing, all of which is named: the"
                    + " registration of either party, the practice's admission at or before the start, an approved"
                    + " regioplan of its region, or room (another offer is open, or a contract exists). Many at once:"
                    + " send NDJSON (application/x-ndjson), one offer a line, up to 5,000; the answer is 200 with a"
                    + " result for each line: a faulty one is refused by itself, the others are done. Role: insurer,"
                    + " with each UZOVI in its token.")
    @APIResponseSchema(
            value = OfferResponse.class,
            responseCode = "201",
            responseDescription = "The offer is open (JSON)")
    @APIResponse(
            responseCode = "400",
            description = "A field is malformed, or the start or the expiry impossible (D28)")
    @APIResponse(responseCode = "409", description = "Something that an offer needs is missing (D24, D29)")
    public RestResponse<OfferResponse> create(@NotNull @Valid OfferRequest request) {
        caller.actFor(request.uzovi());
        return idempotency.once(OfferResponse.class, () -> {
            var offer = offers.propose(List.of(request.toDomain()), caller.actor())
                    .get(0)
                    .orRefuse();
            var shown = OfferResponse.of(offer, clock.instant());
            return ResponseBuilder.create(RestResponse.Status.CREATED, shown)
                    .location(URI.create("/contract-offers/" + offer.id()))
                    .tag(shown.tag())
                    .build();
        });
    }

    @POST
    @Consumes(NdJson.MEDIA_TYPE)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "proposeOffer",
            summary = "Offer a practice a contract, or many at once",
            description = "Rules D24, D25, D28, D29. Documented with the JSON form of this path. Role: insurer.")
    @RequestBody(
            required = true,
            description = "One offer, or as NDJSON one offer a line",
            content = @Content(mediaType = NdJson.MEDIA_TYPE, schema = @Schema(implementation = OfferRequest.class)))
    @APIResponseSchema(
            value = OfferLineResult[].class,
            responseCode = "200",
            responseDescription = "A result for each line (NDJSON)")
    @APIResponse(responseCode = "400", description = "No line at all, or more than 5,000")
    @APIResponse(responseCode = "413", description = "More than 1 MiB")
    public RestResponse<OfferLineResult[]> createMany(@NotNull byte[] request) {
        return idempotency.once(OfferLineResult[].class, () -> RestResponse.ok(bulk.propose(request)));
    }

    @GET
    @Operation(
            operationId = "listOffers",
            summary = "Your offers",
            description = "Rule D25. Those of the insurers and practices in your token, in the order in which they were"
                    + " made. An offer past its expiry is EXPIRED, or EXPIRING until the Zorginkoopportaal, if it has"
                    + " it, says so. Roles: insurer, insurer-approver, practice,"
                    + " signatory, auditor, service.")
    @APIResponse(responseCode = "200", description = "A page of offers")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<OfferResponse>> list(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("state") OfferState state,
            @Valid @BeanParam PageParameters page) {
        var filter = new OfferFilter(Optional.ofNullable(uzovi), Optional.ofNullable(agb), Optional.ofNullable(state));
        var now = clock.instant();
        return page.answer(
                offers.list(filter, caller.visibility(), page.request()), offer -> OfferResponse.of(offer, now));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getOffer",
            summary = "An offer",
            description = "Rule D25. Roles: insurer, insurer-approver, practice, signatory, auditor, service.")
    @APIResponseSchema(
            value = OfferResponse.class,
            responseDescription =
                    "The offer, with the state that it has now; its ETag begins with its version, which is"
                            + " what If-Match looks at")
    @APIResponse(responseCode = "304", description = "You have it already, by If-None-Match")
    @APIResponse(responseCode = "404", description = "There is no such offer for you")
    public RestResponse<OfferResponse> get(@PathParam("id") UUID id) {
        var shown = OfferResponse.of(offers.withId(id, caller.visibility()), clock.instant());
        return ResponseBuilder.ok(shown).tag(shown.tag()).build();
    }
}
