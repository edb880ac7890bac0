package nl.mtvp.payment.frame.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.frame.FrameUseCases;
import nl.mtvp.payment.frame.domain.FrameQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The national macro frame over HTTP (D55). */
@Path("/frames")
@Tag(name = "Frames", description = "A year's payments beside the national macro frame; informative (D55)")
@Produces(MediaType.APPLICATION_JSON)
public class FrameResource {

    private final FrameUseCases frames;
    private final Caller caller;

    FrameResource(FrameUseCases frames, Caller caller) {
        this.frames = frames;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.NATIONAL_DESK})
    @Operation(
            operationId = "listFrames",
            summary = "Totals per year, quarter, insurer and region, beside the macro frame",
            description = "D54, D55. Roles: national-desk, and auditor of all insurers, see the nation; insurer,"
                    + " insurer-approver and auditor of some insurers see theirs, which are not held against the frame."
                    + " Tariff payments and RHO compensation, as booked by runs; each in the year of the quarter that it"
                    + " is about. In the order of years; one for each that has a frame or payments.")
    @APIResponse(responseCode = "200", description = "The years")
    @APIResponse(responseCode = "400", description = "A malformed parameter, or knownAt in the future")
    public List<FrameResponse> list(
            @QueryParam("year") @Min(2023) @Max(2100) Integer year,
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("region") String region,
            @QueryParam("knownAt") @Parameter(description = "As known here at this moment") Instant knownAt) {
        var visibility = caller.has(Roles.NATIONAL_DESK) ? Visibility.EVERYTHING : caller.visibility();
        return frames.list(new FrameQuery(year, uzovi, region), knownAt, visibility).stream()
                .map(FrameResponse::of)
                .toList();
    }
}
