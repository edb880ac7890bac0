package nl.mtvp.contract.offer.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.contract.contract.rest.ContractResponse;
import nl.mtvp.contract.offer.AnswerUseCases;
import nl.mtvp.contract.offer.OfferUseCases;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The answers to an offer: acceptance and refusal by a signatory (D26), withdrawal by the insurer (D25). */
@Path("/contract-offers/{id}")
@Tag(name = "Offers")
@Produces(MediaType.APPLICATION_JSON)
public class AnswerResource {

    private final OfferUseCases offers;
    private final AnswerUseCases answers;
    private final Caller caller;
    private final Idempotency idempotency;
    private final Clock clock;

    AnswerResource(OfferUseCases offers, AnswerUseCases answers, Caller caller, Idempotency idempotency, Clock clock) {
        this.offers = offers;
        this.answers = answers;
        this.caller = caller;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @POST
    @Path("/acceptances")
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            operationId = "acceptOffer",
            summary = "Accept an offer by affirming the minimum hurdle",
            description = "Rules D25-D29. All three conditions are affirmed, each by itself; refused otherwise, naming"
                    + " every missing one. Makes the contract and its certificate. A start in the past is fine (D28)."
                    + " Role: signatory, a logged-in person, with the practice's AGB in the token.")
    @APIResponseSchema(value = ContractResponse.class, responseCode = "201", responseDescription = "The contract")
    @APIResponse(responseCode = "400", description = "A condition is not affirmed (D26), or a field malformed")
    @APIResponse(responseCode = "404", description = "There is no such offer for you")
    @APIResponse(
            responseCode = "409",
            description =
                    "The offer is no longer open, or answered in the portal (D25), the practice no longer admitted"
                            + " (D24), an existing agreement has no arrangement (D32), or the pair has a contract on these"
                            + " days (D29)")
    public RestResponse<ContractResponse> accept(@PathParam("id") UUID id, @NotNull @Valid AcceptanceRequest request) {
        var signatory = caller.person();
        var visibility = caller.visibility();
        caller.actFor(offers.withId(id, visibility).terms().agb());
        return idempotency.once(ContractResponse.class, () -> {
            var contract = answers.accept(id, request.toDomain(), request.letsOthersFollow(), visibility, signatory);
            var today = LocalDate.now(clock);
            return ResponseBuilder.create(RestResponse.Status.CREATED, ContractResponse.of(contract, today))
                    .location(URI.create("/contracts/" + contract.id()))
                    .build();
        });
    }

    @POST
    @Path("/refusals")
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            operationId = "refuseOffer",
            summary = "Refuse an offer, with the reason",
            description = "Rules D25, D26. Role: signatory, a logged-in person, with the practice's AGB in the token.")
    @APIResponseSchema(value = OfferResponse.class, responseCode = "201", responseDescription = "The refused offer")
    @APIResponse(responseCode = "400", description = "The reason is missing or too long")
    @APIResponse(responseCode = "404", description = "There is no such offer for you")
    @APIResponse(responseCode = "409", description = "The offer is no longer open, or answered in the portal (D25)")
    public RestResponse<OfferResponse> refuse(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        caller.person();
        caller.actFor(offers.withId(id, caller.visibility()).terms().agb());
        return ended(() -> answers.refuse(id, request.reason(), caller.visibility(), caller.actor()));
    }

    @POST
    @Path("/withdrawals")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "withdrawOffer",
            summary = "Withdraw an open offer, with the reason",
            description =
                    "Rule D25. An offer that the Zorginkoopportaal never had is WITHDRAWN at once. Else it is WITHDRAWING until"
                            + " the portal confirms it, or was silent for five working days: who signed before is in time."
                            + " Role: insurer, with the offer's UZOVI in its token.")
    @APIResponseSchema(
            value = OfferResponse.class,
            responseCode = "201",
            responseDescription = "The offer, WITHDRAWN or WITHDRAWING")
    @APIResponse(responseCode = "400", description = "The reason is missing or too long")
    @APIResponse(responseCode = "404", description = "There is no such offer for you")
    @APIResponse(responseCode = "409", description = "The offer is no longer open (D25)")
    public RestResponse<OfferResponse> withdraw(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        caller.actFor(offers.withId(id, caller.visibility()).terms().uzovi());
        return ended(() -> answers.withdraw(id, request.reason(), caller.visibility(), caller.actor()));
    }

    private RestResponse<OfferResponse> ended(Supplier<Offer> step) {
        return idempotency.once(OfferResponse.class, () -> ResponseBuilder.create(
                        RestResponse.Status.CREATED, OfferResponse.of(step.get(), clock.instant()))
                .build());
    }
}
