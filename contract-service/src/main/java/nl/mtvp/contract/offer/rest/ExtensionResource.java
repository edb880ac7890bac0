package nl.mtvp.contract.offer.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import nl.mtvp.contract.offer.ExtensionUseCases;
import nl.mtvp.contract.offer.OfferUseCases;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.ETags;
import nl.mtvp.kernel.rest.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Extensions of an open offer by its insurer (D25). */
@Path("/contract-offers/{id}/extensions")
@Tag(name = "Offers")
@Produces(MediaType.APPLICATION_JSON)
public class ExtensionResource {

    private final OfferUseCases offers;
    private final ExtensionUseCases extensions;
    private final Caller caller;
    private final Idempotency idempotency;
    private final Clock clock;

    ExtensionResource(
            OfferUseCases offers, ExtensionUseCases extensions, Caller caller, Idempotency idempotency, Clock clock) {
        this.offers = offers;
        this.extensions = extensions;
        this.caller = caller;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "extendOffer",
            summary = "Keep an open offer open for longer",
            description = "Rule D25. The expiry moves on, never back, and the offer gets a new version. Role: insurer,"
                    + " with the offer's UZOVI in its token.")
    @APIResponseSchema(value = OfferResponse.class, responseCode = "201", responseDescription = "The extended offer")
    @APIResponse(responseCode = "400", description = "The expiry is malformed, or not later than it was (D25)")
    @APIResponse(responseCode = "404", description = "There is no such offer for you")
    @APIResponse(responseCode = "409", description = "The offer is no longer open (D25)")
    @APIResponse(responseCode = "412", description = "The offer changed since you read it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<OfferResponse> extend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Parameter(description = "The offer's ETag, as you read it", example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid ExtensionRequest request) {
        var visibility = caller.visibility();
        caller.actFor(offers.withId(id, visibility).terms().uzovi());
        return idempotency.once(OfferResponse.class, () -> {
            var extended = extensions.extend(
                    id, request.expiresAt(), version -> ETags.require(ifMatch, version), visibility, caller.actor());
            var shown = OfferResponse.of(extended, clock.instant());
            return ResponseBuilder.create(RestResponse.Status.CREATED, shown)
                    .tag(shown.tag())
                    .build();
        });
    }
}
