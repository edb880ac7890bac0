package nl.mtvp.contract.offer.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.contract.contract.rest.ContractResponse;
import nl.mtvp.contract.offer.OfferUseCases;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.OfferFilter;
import nl.mtvp.contract.offer.domain.OfferState;
import nl.mtvp.contract.offer.rest.OfferBulk.OfferLineResult;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.answer.ETags;
import nl.mtvp.kernel.rest.body.NdJson;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.command.Idempotency;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
    private final Desk desk;

    OfferResource(OfferUseCases offers, OfferBulk bulk, Desk desk) {
        this.offers = offers;
        this.bulk = bulk;
        this.desk = desk;
    }

    /** Until when an offer stays open. */
    public record ExtensionRequest(
            @NotNull
                    @Schema(
                            examples = "2023-09-30T22:00:00Z",
                            description =
                                    "The first moment at which it can no longer be accepted; later than it was (D25)")
                    @SchemeTime
                    Instant expiresAt) {}

    /** Why an offer is refused or withdrawn. */
    public record ReasonRequest(@NotBlank @Size(max = 1_000) String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Offer a practice a contract",
            description = "Rules D24, D25, D28, D29. Refused while something is missing, all of which is named: the"
                    + " registration of either party, the practice's admission at or before the start, an approved"
                    + " regioplan of its region, or room (another offer is open, or a contract exists). Role: insurer,"
                    + " with the UZOVI in its token.")
    @Answers(
            done = "The offer is open",
            invalid = "A field is malformed, or the start or the expiry impossible (D28)",
            conflict = "Something that an offer needs is missing (D24, D29)")
    public RestResponse<OfferResponse> proposeOffer(@NotNull @Valid OfferRequest request) {
        desk.actFor(request.uzovi());
        return desk.created(
                OfferResponse.class,
                () -> OfferResponse.of(
                        offers.propose(List.of(request.toDomain()), desk.actor())
                                .get(0)
                                .orRefuse(),
                        desk.now()),
                (answer, offer) -> answer.location(URI.create("/contract-offers/" + offer.id()))
                        .tag(offer.tag()));
    }

    @POST
    @Path("/imports")
    @Consumes(NdJson.MEDIA_TYPE)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Offer contracts by the line, as NDJSON, up to 5,000",
            description = "Rules D24, D25, D28, D29. One offer a line. The answer has a result for each line: a faulty"
                    + " one is refused by itself and says why, the others are open. Role: insurer, with each UZOVI in"
                    + " its token.")
    @Parameter(name = Idempotency.HEADER, in = ParameterIn.HEADER, required = true)
    @RequestBody(
            required = true,
            content = @Content(mediaType = NdJson.MEDIA_TYPE, schema = @Schema(implementation = OfferRequest.class)))
    @APIResponseSchema(
            value = OfferLineResult[].class,
            responseCode = "200",
            responseDescription = "A result for each line")
    @Answers(invalid = "No line at all, or more than 5,000")
    public RestResponse<OfferLineResult[]> importOffers(@NotNull byte[] request) {
        return desk.once(OfferLineResult[].class, () -> bulk.propose(request));
    }

    @GET
    @Operation(
            summary = "Your offers",
            description = "Rule D25. Those of the insurers and practices in your token, in the order in which they"
                    + " were made. An offer past its expiry is EXPIRED, or EXPIRING until the Zorginkoopportaal, if"
                    + " it has it, says so.")
    public RestResponse<List<OfferResponse>> listOffers(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("state") OfferState state,
            @Valid @BeanParam PageParameters page) {
        var filter = new OfferFilter(uzovi, agb, state);
        var now = desk.now();
        return page.answer(
                offers.list(filter, desk.visibility(), page.request()), offer -> OfferResponse.of(offer, now));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An offer", description = "Rule D25.")
    @Answers(
            done = "The offer, with the state that it has now; its ETag begins with its version, which is"
                    + " what If-Match looks at",
            unchanged = "You have it already, by If-None-Match")
    public RestResponse<OfferResponse> getOffer(@PathParam("id") UUID id) {
        var shown = OfferResponse.of(offers.withId(id, desk.visibility()), desk.now());
        return ResponseBuilder.ok(shown).tag(shown.tag()).build();
    }

    @POST
    @Path("/{id}/acceptances")
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            summary = "Accept an offer by affirming the minimum hurdle",
            description = "Rules D25-D29. All three conditions are affirmed, each by itself; refused otherwise, naming"
                    + " every missing one. Makes the contract and its certificate. A start in the past is fine (D28)."
                    + " Role: signatory, a logged-in person, with the practice's AGB in the token.")
    @Answers(
            invalid = "A condition is not affirmed (D26), or a field malformed",
            conflict = "The offer is no longer open, or answered in the portal (D25), the practice no longer admitted"
                    + " (D24), an existing agreement has no arrangement (D32), or the pair has a contract on these"
                    + " days (D29)")
    public RestResponse<ContractResponse> acceptOffer(
            @PathParam("id") UUID id, @NotNull @Valid AcceptanceRequest request) {
        var signatory = desk.person();
        var visibility = desk.visibility();
        desk.actFor(offers.withId(id, visibility).terms().agb());
        return desk.created(
                ContractResponse.class,
                () -> ContractResponse.of(
                        offers.accept(id, request.toDomain(), request.letsOthersFollow(), visibility, signatory),
                        desk.today()),
                contract -> "/contracts/" + contract.id());
    }

    @POST
    @Path("/{id}/refusals")
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            summary = "Refuse an offer, with the reason",
            description = "Rules D25, D26. Role: signatory, a logged-in person, with the practice's AGB in the token.")
    @Answers(conflict = "The offer is no longer open, or answered in the portal (D25)")
    public RestResponse<OfferResponse> refuseOffer(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        desk.person();
        desk.actFor(offers.withId(id, desk.visibility()).terms().agb());
        return ended(() -> offers.refuse(id, request.reason(), desk.visibility(), desk.actor()));
    }

    @POST
    @Path("/{id}/withdrawals")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Withdraw an open offer, with the reason",
            description =
                    "Rule D25. An offer that the Zorginkoopportaal never had is WITHDRAWN at once. Else it is WITHDRAWING until"
                            + " the portal confirms it, or was silent for five working days: who signed before is in time."
                            + " Role: insurer, with the offer's UZOVI in its token.")
    @Answers(done = "The offer, WITHDRAWN or WITHDRAWING", conflict = "The offer is no longer open (D25)")
    public RestResponse<OfferResponse> withdrawOffer(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        desk.actFor(offers.withId(id, desk.visibility()).terms().uzovi());
        return ended(() -> offers.withdraw(id, request.reason(), desk.visibility(), desk.actor()));
    }

    @POST
    @Path("/{id}/extensions")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Keep an open offer open for longer",
            description = "Rule D25. The expiry moves on, never back, and the offer gets a new version. Role: insurer,"
                    + " with the offer's UZOVI in its token.")
    @Answers(
            invalid = "The expiry is malformed, or not later than it was (D25)",
            conflict = "The offer is no longer open (D25)")
    public RestResponse<OfferResponse> extendOffer(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Parameter(description = "The offer's ETag, as you read it", example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid ExtensionRequest request) {
        var visibility = desk.visibility();
        desk.actFor(offers.withId(id, visibility).terms().uzovi());
        return desk.created(
                OfferResponse.class,
                () -> OfferResponse.of(
                        offers.extend(
                                id,
                                request.expiresAt(),
                                version -> ETags.require(ifMatch, version),
                                visibility,
                                desk.actor()),
                        desk.now()),
                (answer, offer) -> answer.tag(offer.tag()));
    }

    private RestResponse<OfferResponse> ended(Supplier<Offer> step) {
        return desk.created(
                OfferResponse.class,
                () -> OfferResponse.of(step.get(), desk.now()),
                (answer, offer) -> answer.tag(offer.tag()));
    }
}
