package nl.mtvp.plan.region.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.plan.region.RegionUseCases;
import nl.mtvp.plan.region.domain.Hub;
import nl.mtvp.plan.region.domain.PreferentInsurer;
import nl.mtvp.plan.region.domain.Region;
import nl.mtvp.plan.region.domain.Rho;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@Tag(name = "Regions", description = "Regions with their hubs and preferent insurers")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.INSURER,
    Roles.INSURER_APPROVER,
    Roles.RHO,
    Roles.PRACTICE,
    Roles.SIGNATORY,
    Roles.AUDITOR,
    Roles.NATIONAL_DESK,
    Roles.NOTARY,
    Roles.SERVICE
})
public class RegionResource {

    private final RegionUseCases regions;
    private final Desk desk;

    RegionResource(RegionUseCases regions, Desk desk) {
        this.regions = regions;
        this.desk = desk;
    }

    @POST
    @Path("/regions")
    @RolesAllowed(Roles.RHO)
    @Operation(summary = "Register a region of your RHO", description = "D3. Role: rho, of the region's RHO.")
    @Answers(conflict = "The region exists already, or the RHO is not registered")
    public RestResponse<RegionResponse> registerRegion(@NotNull @Valid RegionRequest request) {
        desk.actForRho(request.rho());
        return desk.created(
                RegionResponse.class,
                () -> RegionResponse.of(
                        regions.registerRegion(request.code(), request.name(), request.rho(), desk.actor())),
                made -> "/regions/" + made.code());
    }

    @GET
    @Path("/regions")
    @Operation(
            summary = "The regions",
            description = "D3. Every role: who looks after which region is public. Ordered by code.")
    public RestResponse<List<RegionResponse>> listRegions(
            @QueryParam("rho") String rho, @Valid @BeanParam PageParameters page) {
        return page.answer(regions.regions(rho, page.request()), RegionResponse::of);
    }

    @GET
    @Path("/regions/{region}")
    @Operation(summary = "A region", description = "D3. Every role.")
    public RegionResponse getRegion(@PathParam("region") String region) {
        return RegionResponse.of(regions.region(region));
    }

    @POST
    @Path("/regions/{region}/hubs")
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Add a hub to your region",
            description = "D18. Role: rho, of the region's RHO. The name, spelled as given here, is part of the id of"
                    + " the hub's lot: `hub:<region>/<name>`.")
    @Answers(conflict = "The region has a hub of this name already")
    public RestResponse<HubResponse> addHub(@PathParam("region") String region, @NotNull @Valid HubRequest request) {
        desk.actForRho(regions.region(region).rho());
        return desk.created(
                HubResponse.class, () -> HubResponse.of(regions.addHub(region, request.name(), desk.actor())));
    }

    @GET
    @Path("/regions/{region}/hubs")
    @Operation(summary = "The hubs of a region", description = "D18. Every role. Ordered by name.")
    public RestResponse<List<HubResponse>> listHubs(
            @PathParam("region") String region, @Valid @BeanParam PageParameters page) {
        return page.answer(regions.hubs(region, page.request()), HubResponse::of);
    }

    @POST
    @Path("/regions/{region}/preferent-insurers")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Declare yourself preferent insurer of a region",
            description =
                    "D6. Role: insurer, of this UZOVI. A region's preferent insurers, as they are when a regioplan"
                            + " is submitted, decide on it.")
    @Answers(done = "The insurer is preferent in the region", conflict = "The insurer is preferent there already")
    public RestResponse<PreferentInsurerResponse> becomePreferentInsurer(
            @PathParam("region") String region, @NotNull @Valid PreferentInsurerRequest request) {
        desk.actFor(request.uzovi());
        return desk.created(
                PreferentInsurerResponse.class,
                () -> PreferentInsurerResponse.of(regions.becomePreferent(region, request.uzovi(), desk.actor())));
    }

    @GET
    @Path("/regions/{region}/preferent-insurers")
    @Operation(summary = "The insurers that negotiate in a region", description = "D6. Every role. Ordered by UZOVI.")
    public RestResponse<List<PreferentInsurerResponse>> listPreferentInsurers(
            @PathParam("region") String region, @Valid @BeanParam PageParameters page) {
        return page.answer(regions.preferentInsurers(region, page.request()), PreferentInsurerResponse::of);
    }

    @POST
    @Path("/rhos")
    @Tag(name = "Regional organisations", description = "RHOs, which register themselves")
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Register your regional organisation",
            description = "D5. Role: rho, whose token's claim `rho` is the code.")
    @Answers(conflict = "The RHO is registered already, or the key came with another body")
    public RestResponse<RhoResponse> registerRho(@NotNull @Valid RhoRequest request) {
        desk.actForRho(request.code());
        return desk.created(
                RhoResponse.class,
                () -> RhoResponse.of(regions.registerRho(request.code(), request.name(), request.kvk(), desk.actor())));
    }

    @GET
    @Path("/rhos")
    @Tag(name = "Regional organisations")
    @Operation(
            summary = "The regional organisations",
            description = "D5. Every role: who looks after which region is public. Ordered by code.")
    public RestResponse<List<RhoResponse>> listRhos(@Valid @BeanParam PageParameters page) {
        return page.answer(regions.rhos(page.request()), RhoResponse::of);
    }

    /** A region that its RHO registers. */
    public record RegionRequest(
            @NotNull @Pattern(regexp = Region.CODE_FORM, message = Region.CODE_RULE) String code,
            @NotBlank @Size(max = 200) @OneLine String name,
            @NotNull @Pattern(regexp = Region.CODE_FORM, message = Region.CODE_RULE) String rho) {}

    /** A region and its RHO. */
    public record RegionResponse(String code, String name, String rho) {

        static RegionResponse of(Region region) {
            return new RegionResponse(region.code(), region.name(), region.rho());
        }
    }

    /** A hub: the practices of one municipality, known by its name within the region. */
    public record HubRequest(
            @NotNull
                    @Size(max = 100)
                    @Pattern(
                            regexp =
                                    "[^\\s\\p{Z}\\p{C}\\p{M}]([^\\p{C}\\p{Zl}\\p{Zp}\\p{M}]*[^\\s\\p{Z}\\p{C}\\p{M}])?",
                            message =
                                    "a hub's name has no space around it, nothing in it that is not seen, and accents as one"
                                            + " letter with what they stand on; it is part of the lot's id")
                    String name) {}

    /** A hub of a region. */
    public record HubResponse(String region, String name) {

        static HubResponse of(Hub hub) {
            return new HubResponse(hub.region(), hub.name());
        }
    }

    /** An insurer that says it negotiates in the region. */
    public record PreferentInsurerRequest(@NotNull Uzovi uzovi) {}

    /** An insurer that negotiates in a region. */
    public record PreferentInsurerResponse(String region, Uzovi uzovi) {

        static PreferentInsurerResponse of(PreferentInsurer insurer) {
            return new PreferentInsurerResponse(insurer.region(), insurer.uzovi());
        }
    }

    /** An RHO that registers itself. */
    public record RhoRequest(
            @NotNull @Pattern(regexp = Region.CODE_FORM, message = Region.CODE_RULE) String code,
            @NotBlank @Size(max = 200) @OneLine String name,
            @NotNull Kvk kvk) {}

    /** A regional organisation. */
    public record RhoResponse(String code, String name, Kvk kvk) {

        static RhoResponse of(Rho rho) {
            return new RhoResponse(rho.code(), rho.name(), rho.kvk());
        }
    }
}
