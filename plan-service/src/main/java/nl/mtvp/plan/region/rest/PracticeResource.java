package nl.mtvp.plan.region.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.plan.region.RegionUseCases;
import nl.mtvp.plan.region.domain.Affiliation;
import nl.mtvp.plan.region.domain.Move;
import nl.mtvp.plan.region.domain.Practice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@Tag(name = "Practices", description = "The practices of a region, with the ION that their RHO declares")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.INSURER,
    Roles.INSURER_APPROVER,
    Roles.RHO,
    Roles.PRACTICE,
    Roles.SIGNATORY,
    Roles.AUDITOR,
    Roles.SERVICE
})
public class PracticeResource {

    private final RegionUseCases regions;
    private final Desk desk;

    PracticeResource(RegionUseCases regions, Desk desk) {
        this.regions = regions;
        this.desk = desk;
    }

    @POST
    @Path("/regions/{region}/practices")
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Declare practices of your region and their ION, all or none",
            description = "D5, D18. Role: rho, of the region's RHO. A practice that is known already gets its name and"
                    + " ION anew; what a round has frozen stays as it was frozen. Every faulty line is named.")
    @Answers(
            invalid = "Lines are malformed or doubled; each is named",
            conflict = "Lines name an unknown hub, or a practice that belongs elsewhere; each is named")
    public RestResponse<PracticesTaken> declarePractices(
            @PathParam("region") String region, @NotNull @Valid PracticesRequest request) {
        desk.actForRho(regions.region(region).rho());
        return desk.created(PracticesTaken.class, () -> {
            var lines = request.toDomain();
            regions.declare(region, lines, desk.actor());
            long ion = lines.stream().mapToLong(Practice::ion).sum();
            return new PracticesTaken(region, lines.size(), ion);
        });
    }

    @GET
    @Path("/regions/{region}/practices")
    @Operation(
            summary = "The practices of a region that you may see",
            description = "D18. Ordered by AGB. Roles: rho (its own region's), practice and signatory (their own),"
                    + " insurer, insurer-approver and auditor (where the insurer is preferent), service.")
    public RestResponse<List<PracticeResponse>> listPractices(
            @PathParam("region") String region, @Valid @BeanParam PageParameters page) {
        return page.answer(regions.practices(region, desk.visibility(), page.request()), PracticeResponse::new);
    }

    @POST
    @Path("/practices/{agb}/moves")
    @Tag(name = "Affiliations", description = "Where practices belong, from day to day")
    @RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY})
    @Operation(
            summary = "Move your practice to another hub, region or RHO from a day on",
            description = "D5. Roles: practice and signatory, of this practice. The practice itself moves, since it"
                    + " gives its RHO the mandate; neither RHO consents, both see it. Today or later: rounds that were"
                    + " frozen, and admissions, stay as they were. A round reads the places of its peildatum, all else"
                    + " those of the day.")
    @Answers(
            invalid = "A field is malformed, or the day is past or before the last move",
            missing = "No RHO declared the practice",
            conflict = "There is no such hub, the practice belongs there already, or it moves on that day already")
    public RestResponse<AffiliationResponse> movePractice(
            @PathParam("agb") Agb agb, @NotNull @Valid MoveRequest request) {
        desk.actFor(agb);
        return desk.created(
                AffiliationResponse.class,
                () -> AffiliationResponse.of(regions.move(request.toDomain(agb), desk.actor())));
    }

    @GET
    @Path("/practices/{agb}/affiliations")
    @Tag(name = "Affiliations")
    @Operation(
            summary = "Where a practice was, is and will be",
            description = "D5. In their order. Roles: practice and signatory (their own), rho (practices that it has,"
                    + " had or will have), insurer, insurer-approver and auditor (where the insurer is preferent),"
                    + " service.")
    public RestResponse<List<AffiliationResponse>> listAffiliations(
            @PathParam("agb") Agb agb, @Valid @BeanParam PageParameters page) {
        return page.answer(regions.affiliations(agb, desk.visibility(), page.request()), AffiliationResponse::of);
    }

    /** How many practices were declared, with how many ION together. */
    public record PracticesTaken(String region, int practices, long ion) {}

    /** A practice with the ION declared last. */
    @JsonPropertyOrder({"agb", "name", "hub", "ion"})
    public record PracticeResponse(@JsonUnwrapped Practice practice) {}

    /**
     * Where a practice belongs over some days.
     *
     * @param affiliatedFrom null when it has been there as far as anybody said
     * @param affiliatedUntil exclusive; null when nothing follows
     */
    public record AffiliationResponse(
            String region,
            String rho,
            String hub,
            @Schema(nullable = true) LocalDate affiliatedFrom,
            @Schema(nullable = true) LocalDate affiliatedUntil) {

        static AffiliationResponse of(Affiliation place) {
            return new AffiliationResponse(place.region(), place.rho(), place.hub(), place.from(), place.until());
        }
    }

    /** Where a practice goes, and its first day there. */
    public record MoveRequest(
            @NotBlank @Size(max = 40) @OneLine String region,
            @NotBlank @Size(max = 100) @OneLine String hub,
            @NotNull @SchemeTime LocalDate movesOn)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return Move.faults(movesOn, SuiteClock.day(now));
        }

        Move toDomain(Agb agb) {
            return new Move(agb, region, hub, movesOn);
        }
    }
}
