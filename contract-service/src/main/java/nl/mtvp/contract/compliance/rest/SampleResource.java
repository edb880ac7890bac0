package nl.mtvp.contract.compliance.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.compliance.ReviewUseCases;
import nl.mtvp.contract.compliance.rest.ReviewBodies.SampleRequest;
import nl.mtvp.contract.compliance.rest.ReviewBodies.SampleResponse;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Samples of an insurer's reviews, which anybody with seed and population can draw again (D33). */
@Path("/compliance-samples")
@Tag(name = "Compliance samples", description = "Reproducible samples (steekproeven) of an insurer's contracts (D33)")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
public class SampleResource {

    private final ReviewUseCases reviews;
    private final Desk desk;

    SampleResource(ReviewUseCases reviews, Desk desk) {
        this.reviews = reviews;
        this.desk = desk;
    }

    @POST
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Draw a sample of an insurer's contracts of a year",
            description = "Rule D33. The first n in the order of SHA-256(seed || contract id), of the contracts with a"
                    + " review of the year; missing reviews are made before. The seed is drawn at random and recorded."
                    + " Role: insurer, with the UZOVI in its token.")
    @Answers(missing = "The insurer is not registered")
    public RestResponse<SampleResponse> drawSample(@NotNull @Valid SampleRequest request) {
        desk.actFor(request.uzovi());
        return desk.created(
                SampleResponse.class,
                () -> SampleResponse.of(reviews.draw(request.uzovi(), request.year(), request.size(), desk.actor())),
                made -> "/compliance-samples/" + made.id());
    }

    @GET
    @Operation(
            summary = "Your samples",
            description = "Rule D33. Those of the insurers in your token. In the order in which they were drawn.")
    public RestResponse<List<SampleResponse>> listSamples(@Valid @BeanParam PageParameters page) {
        return page.answer(reviews.samples(desk.visibility(), page.request()), SampleResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A sample, with all that it takes to draw it again", description = "Rule D33.")
    public SampleResponse getSample(@PathParam("id") UUID id) {
        return SampleResponse.of(reviews.sample(id, desk.visibility()));
    }
}
