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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.compliance.Pictures;
import nl.mtvp.contract.compliance.ReviewUseCases;
import nl.mtvp.contract.compliance.domain.PictureNotAvailable;
import nl.mtvp.contract.compliance.domain.ReviewFilter;
import nl.mtvp.contract.compliance.domain.ReviewState;
import nl.mtvp.contract.compliance.rest.ReviewRequests.ReviewsRequest;
import nl.mtvp.contract.compliance.rest.ReviewResponses.ReviewResponse;
import nl.mtvp.contract.compliance.rest.ReviewResponses.ReviewWithPicture;
import nl.mtvp.contract.compliance.rest.ReviewResponses.ReviewsMade;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The yearly reviews of contracts: made for an insurer and year, shown with what the practice did (D33). */
@Path("/compliance-reviews")
@Tag(name = "Compliance reviews", description = "Whether practices do what they committed to, year by year (D33)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR})
public class ReviewResource {

    private final ReviewUseCases reviews;
    private final Pictures pictures;
    private final Caller caller;
    private final Idempotency idempotency;

    ReviewResource(ReviewUseCases reviews, Pictures pictures, Caller caller, Idempotency idempotency) {
        this.reviews = reviews;
        this.pictures = pictures;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "makeReviews",
            summary = "Make the reviews of an insurer and year that are missing",
            description =
                    "Rule D33. One for each contract that was in force in that year of the growth model, once the"
                            + " year has begun. May be repeated: what exists stays. Role: insurer, with the UZOVI in its token.")
    @APIResponseSchema(value = ReviewsMade.class, responseCode = "201", responseDescription = "How many were made")
    @APIResponse(responseCode = "400", description = "A field is malformed, or the year neither 1 nor 2")
    @APIResponse(responseCode = "403", description = "The insurer is not yours")
    public RestResponse<ReviewsMade> make(@NotNull @Valid ReviewsRequest request) {
        caller.actFor(request.uzovi());
        return idempotency.once(ReviewsMade.class, () -> {
            int made = reviews.make(request.uzovi(), request.year(), caller.actor());
            return ResponseBuilder.create(
                            RestResponse.Status.CREATED, new ReviewsMade(request.uzovi(), request.year(), made))
                    .build();
        });
    }

    @GET
    @Operation(
            operationId = "listReviews",
            summary = "Your reviews",
            description = "Rule D33. Those of the insurers and practices in your token, of a sample if one is given."
                    + " Roles: insurer, insurer-approver, practice, signatory, auditor.")
    @APIResponse(responseCode = "200", description = "A page of reviews, in the order in which they were made")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<ReviewResponse>> list(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("year") @Min(1) @Max(2) Integer year,
            @QueryParam("state") ReviewState state,
            @QueryParam("contractId") UUID contractId,
            @QueryParam("sampleId") UUID sampleId,
            @Valid @BeanParam PageParameters page) {
        var filter = new ReviewFilter(
                Optional.ofNullable(uzovi),
                Optional.ofNullable(year),
                Optional.ofNullable(state),
                Optional.ofNullable(contractId),
                Optional.ofNullable(sampleId));
        return page.answer(reviews.list(filter, caller.visibility(), page.request()), ReviewResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getReview",
            summary = "A review, with what the practice did",
            description = "Rule D33. The picture is plan-service's of this moment; a decision keeps the one that it was"
                    + " taken on. Roles: insurer, insurer-approver, practice, signatory, auditor.")
    @APIResponseSchema(value = ReviewWithPicture.class, responseDescription = "The review")
    @APIResponse(responseCode = "404", description = "There is no such review for you")
    public ReviewWithPicture get(@PathParam("id") UUID id) {
        var review = reviews.withId(id, caller.visibility());
        try {
            return new ReviewWithPicture(
                    ReviewResponse.of(review), pictures.of(reviews.holder(review), review.year()), null);
        } catch (PictureNotAvailable missing) {
            return new ReviewWithPicture(ReviewResponse.of(review), null, missing.getMessage());
        }
    }
}
