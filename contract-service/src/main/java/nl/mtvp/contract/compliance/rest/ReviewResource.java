package nl.mtvp.contract.compliance.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.contract.compliance.Pictures;
import nl.mtvp.contract.compliance.ReviewUseCases;
import nl.mtvp.contract.compliance.domain.PictureNotAvailable;
import nl.mtvp.contract.compliance.domain.Review;
import nl.mtvp.contract.compliance.domain.Review.ReviewFilter;
import nl.mtvp.contract.compliance.domain.ReviewState;
import nl.mtvp.contract.compliance.rest.ReviewBodies.AnswerRequest;
import nl.mtvp.contract.compliance.rest.ReviewBodies.DecisionRequest;
import nl.mtvp.contract.compliance.rest.ReviewBodies.HearingRequest;
import nl.mtvp.contract.compliance.rest.ReviewBodies.ReviewResponse;
import nl.mtvp.contract.compliance.rest.ReviewBodies.ReviewWithPicture;
import nl.mtvp.contract.compliance.rest.ReviewBodies.ReviewsMade;
import nl.mtvp.contract.compliance.rest.ReviewBodies.ReviewsRequest;
import nl.mtvp.contract.contract.rest.Sides;
import nl.mtvp.contract.measure.Estimates;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The yearly reviews of contracts: made for an insurer and year, shown with what the practice did (D33). */
@Path("/compliance-reviews")
@Tag(name = "Compliance reviews", description = "Whether practices do what they committed to, year by year (D33)")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR})
public class ReviewResource {

    private final ReviewUseCases reviews;
    private final Pictures pictures;
    private final Estimates estimates;
    private final Sides sides;
    private final Desk desk;

    ReviewResource(ReviewUseCases reviews, Pictures pictures, Estimates estimates, Sides sides, Desk desk) {
        this.reviews = reviews;
        this.pictures = pictures;
        this.estimates = estimates;
        this.sides = sides;
        this.desk = desk;
    }

    @POST
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Make the reviews of an insurer and year that are missing",
            description =
                    "Rule D33. One for each contract that was in force in that year of the growth model, once the"
                            + " year has begun. May be repeated: what exists stays. Role: insurer, with the UZOVI in its token.")
    @Answers(done = "How many were made", invalid = "A field is malformed, or the year neither 1 nor 2")
    public RestResponse<ReviewsMade> makeReviews(@NotNull @Valid ReviewsRequest request) {
        desk.actFor(request.uzovi());
        return desk.created(
                ReviewsMade.class,
                () -> new ReviewsMade(
                        request.uzovi(), request.year(), reviews.make(request.uzovi(), request.year(), desk.actor())));
    }

    @GET
    @Operation(
            summary = "Your reviews",
            description = "Rule D33. Those of the insurers and practices in your token, of a sample if one is given."
                    + " In the order in which they were made.")
    public RestResponse<List<ReviewResponse>> listReviews(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("year") @Min(1) @Max(2) Integer year,
            @QueryParam("state") ReviewState state,
            @QueryParam("contractId") UUID contractId,
            @QueryParam("sampleId") UUID sampleId,
            @Valid @BeanParam PageParameters page) {
        var filter = new ReviewFilter(uzovi, year, state, contractId, sampleId);
        return page.answer(reviews.list(filter, desk.visibility(), page.request()), ReviewResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "A review, with what the practice did",
            description = "Rule D33. The picture is plan-service's of this moment; a decision keeps the one that it"
                    + " was taken on.")
    public ReviewWithPicture getReview(@PathParam("id") UUID id) {
        var review = reviews.withId(id, desk.visibility());
        try {
            return new ReviewWithPicture(
                    ReviewResponse.of(review), pictures.of(reviews.holder(review), review.year()), null);
        } catch (PictureNotAvailable missing) {
            return new ReviewWithPicture(ReviewResponse.of(review), null, missing.getMessage());
        }
    }

    @POST
    @Path("/{id}/hearings")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Open the hearing of the practice",
            description =
                    "Rule D33. It has a term (14 days by default) to answer before a breach can be found; a later"
                            + " stop is not before this day (D34). Role: insurer, with the contract's UZOVI; a logged-in person.")
    @Answers(conflict = "There was a hearing, or the review was decided")
    public RestResponse<ReviewResponse> openHearing(@PathParam("id") UUID id, @NotNull @Valid HearingRequest request) {
        var person = desk.person();
        desk.actFor(reviews.withId(id, desk.visibility()).uzovi());
        return created(() -> reviews.hear(id, request.grounds(), desk.visibility(), person));
    }

    @POST
    @Path("/{id}/answers")
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            summary = "Answer in the hearing, for the practice",
            description =
                    "Rule D33. Until the review is decided. Role: signatory of the practice that holds the contract;"
                            + " a logged-in person.")
    @Answers(conflict = "No hearing was opened, or the review was decided")
    public RestResponse<ReviewResponse> answerHearing(@PathParam("id") UUID id, @NotNull @Valid AnswerRequest request) {
        var person = desk.person();
        sides.of(reviews.withId(id, desk.visibility()).contractId());
        return created(() -> reviews.answer(id, request.text(), desk.visibility(), person));
    }

    @POST
    @Path("/{id}/decisions")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Decide: COMPLIANT, REMEDY or BREACH",
            description = "Rules D33, D34. The practice's picture is frozen into the decision. A breach stops the"
                    + " contract at a day, not before the hearing was opened, and may take money back with grounds of"
                    + " its own; what that takes is frozen too, and /contracts/{id}/clawback-coverage shows"
                    + " it before. Four eyes: not by who made the review or opened its hearing.")
    @Answers(
            invalid = "A field is malformed, or the outcome lacks its day",
            forbidden = "You made it or opened its hearing, or are no person",
            conflict = "The hearing is still open, it was decided before, or the contract is stopped or annulled",
            away = "Plan-service does not tell what the practice did, or payment-service what a clawback takes")
    public RestResponse<ReviewResponse> decideReview(
            @PathParam("id") UUID id, @NotNull @Valid DecisionRequest request) {
        var person = desk.person();
        var review = reviews.withId(id, desk.visibility());
        desk.actFor(review.uzovi());
        var verdict = request.toDomain();
        reviews.require(review, verdict);
        var picture = pictures.of(reviews.holder(review), review.year());
        var takes = verdict.clawback().map(claim -> estimates.of(review.contractId(), claim.terms()));
        return created(() -> reviews.decide(id, verdict, picture, takes, desk.visibility(), person));
    }

    private RestResponse<ReviewResponse> created(Supplier<Review> effect) {
        return desk.created(ReviewResponse.class, () -> ReviewResponse.of(effect.get()));
    }
}
