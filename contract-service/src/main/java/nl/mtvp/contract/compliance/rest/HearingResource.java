package nl.mtvp.contract.compliance.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.contract.compliance.Pictures;
import nl.mtvp.contract.compliance.ReviewUseCases;
import nl.mtvp.contract.compliance.domain.Review;
import nl.mtvp.contract.compliance.rest.ReviewRequests.AnswerRequest;
import nl.mtvp.contract.compliance.rest.ReviewRequests.DecisionRequest;
import nl.mtvp.contract.compliance.rest.ReviewRequests.HearingRequest;
import nl.mtvp.contract.compliance.rest.ReviewResponses.ReviewResponse;
import nl.mtvp.contract.contract.rest.Sides;
import nl.mtvp.contract.measure.Estimates;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What is said and decided in a review: hearing, answers, decisions (D33, D34). */
@Path("/compliance-reviews/{id}")
@Tag(name = "Compliance reviews", description = "Whether practices do what they committed to, year by year (D33)")
@Produces(MediaType.APPLICATION_JSON)
public class HearingResource {

    private final ReviewUseCases reviews;
    private final Pictures pictures;
    private final Estimates estimates;
    private final Sides sides;
    private final Caller caller;
    private final Idempotency idempotency;

    HearingResource(
            ReviewUseCases reviews,
            Pictures pictures,
            Estimates estimates,
            Sides sides,
            Caller caller,
            Idempotency idempotency) {
        this.reviews = reviews;
        this.pictures = pictures;
        this.estimates = estimates;
        this.sides = sides;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/hearings")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "openHearing",
            summary = "Open the hearing of the practice",
            description =
                    "Rule D33. It has a term (14 days by default) to answer before a breach can be found; a later"
                            + " stop is not before this day (D34). Role: insurer, with the contract's UZOVI; a logged-in person.")
    @APIResponseSchema(value = ReviewResponse.class, responseCode = "201", responseDescription = "The hearing is open")
    @APIResponse(responseCode = "400", description = "The grounds are missing or too long")
    @APIResponse(responseCode = "404", description = "There is no such review for you")
    @APIResponse(responseCode = "409", description = "There was a hearing, or the review was decided")
    public RestResponse<ReviewResponse> hear(@PathParam("id") UUID id, @NotNull @Valid HearingRequest request) {
        var person = caller.person();
        caller.actFor(reviews.withId(id, caller.visibility()).uzovi());
        return created(() -> reviews.hear(id, request.grounds(), caller.visibility(), person));
    }

    @POST
    @Path("/answers")
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            operationId = "answerHearing",
            summary = "Answer in the hearing, for the practice",
            description =
                    "Rule D33. Until the review is decided. Role: signatory of the practice that holds the contract;"
                            + " a logged-in person.")
    @APIResponseSchema(
            value = ReviewResponse.class,
            responseCode = "201",
            responseDescription = "The answer is recorded")
    @APIResponse(responseCode = "400", description = "The text is missing or too long")
    @APIResponse(responseCode = "404", description = "There is no such review for you")
    @APIResponse(responseCode = "409", description = "No hearing was opened, or the review was decided")
    public RestResponse<ReviewResponse> answer(@PathParam("id") UUID id, @NotNull @Valid AnswerRequest request) {
        var person = caller.person();
        sides.of(reviews.withId(id, caller.visibility()).contractId());
        return created(() -> reviews.answer(id, request.text(), caller.visibility(), person));
    }

    @POST
    @Path("/decisions")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            operationId = "decideReview",
            summary = "Decide: COMPLIANT, REMEDY or BREACH",
            description =
                    "Rules D33, D34. The practice's picture is frozen into the decision. A breach stops the contract"
                            + " at a day, not before the hearing was opened, and may take money back with grounds of its own;"
                            + " what that takes is frozen too, and /contracts/{contractId}/clawback-coverage shows it before. Four"
                            + " eyes: not by who made the review or opened its hearing. Role: insurer-approver, a logged-in person.")
    @APIResponseSchema(value = ReviewResponse.class, responseCode = "201", responseDescription = "Decided")
    @APIResponse(responseCode = "400", description = "A field is malformed, or the outcome lacks its day")
    @APIResponse(responseCode = "403", description = "You made it or opened its hearing, or are no person")
    @APIResponse(responseCode = "404", description = "There is no such review for you")
    @APIResponse(
            responseCode = "409",
            description = "The hearing is still open, it was decided before, or the contract is stopped or annulled")
    @APIResponse(
            responseCode = "503",
            description = "Plan-service does not tell what the practice did, or payment-service what a clawback takes")
    public RestResponse<ReviewResponse> decide(@PathParam("id") UUID id, @NotNull @Valid DecisionRequest request) {
        var person = caller.person();
        var review = reviews.withId(id, caller.visibility());
        caller.actFor(review.uzovi());
        var verdict = request.toDomain();
        reviews.require(review, verdict);
        var picture = pictures.of(reviews.holder(review), review.year());
        var takes = verdict.clawback().map(claim -> estimates.of(review.contractId(), claim.terms()));
        return created(() -> reviews.decide(id, verdict, picture, takes, caller.visibility(), person));
    }

    private RestResponse<ReviewResponse> created(Supplier<Review> effect) {
        return idempotency.once(ReviewResponse.class, () -> ResponseBuilder.create(
                        RestResponse.Status.CREATED, ReviewResponse.of(effect.get()))
                .build());
    }
}
