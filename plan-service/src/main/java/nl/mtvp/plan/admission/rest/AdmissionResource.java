package nl.mtvp.plan.admission.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.description.MayBeNull;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.plan.admission.AdmissionUseCases;
import nl.mtvp.plan.admission.RoundUseCases;
import nl.mtvp.plan.admission.domain.Admission;
import nl.mtvp.plan.admission.domain.Ceilings.NationalCeiling;
import nl.mtvp.plan.admission.domain.Preference;
import nl.mtvp.plan.admission.domain.Round;
import nl.mtvp.plan.region.RegionUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearQuarter;

@Path("/")
@Tag(name = "Admission rounds", description = "Rounds of admission, from their opening to their transcript")
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
public class AdmissionResource {

    private final RegionUseCases regions;
    private final RoundUseCases rounds;
    private final AdmissionUseCases admissions;
    private final Desk desk;

    AdmissionResource(RegionUseCases regions, RoundUseCases rounds, AdmissionUseCases admissions, Desk desk) {
        this.regions = regions;
        this.rounds = rounds;
        this.admissions = admissions;
        this.desk = desk;
    }

    @POST
    @Path("/admission-rounds")
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Open a round of admission to your region for a quarter",
            description =
                    "D16. Role: rho, of the region's RHO. The cumulative ceiling follows from the quarter: 25, 50, 75"
                            + " and 100 % of the region's ION from 2023-Q2, 2023-Q3, 2023-Q4 and 2024-Q1 on. Rounds follow each"
                            + " other: one begins when the one before is closed. Preferences are taken until the day before"
                            + " `preferencesUntil`, or else until the freeze.")
    @Answers(
            invalid = "A field is malformed, the quarter is before the scheme, or the day is past",
            missing = "No region has this code",
            conflict = "The region has this round, a later one, or one not closed yet")
    public RestResponse<TranscriptResponse> openAdmissionRound(@NotNull @Valid RoundRequest request) {
        desk.actForRho(regions.region(request.region()).rho());
        return TranscriptResponse.recorded(
                desk, () -> rounds.open(request.region(), request.quarter(), request.preferencesUntil(), desk.actor()));
    }

    @GET
    @Path("/admission-rounds")
    @Operation(
            summary = "The rounds of admission",
            description = "D16. Every role: rounds are published. By quarter and region.")
    public RestResponse<List<RoundResponse>> listAdmissionRounds(
            @QueryParam("region") String region,
            @QueryParam("quarter") YearQuarter quarter,
            @Valid @BeanParam PageParameters page) {
        return page.answer(rounds.rounds(region, quarter, page.request()), RoundResponse::new);
    }

    @GET
    @Path("/admission-rounds/{id}")
    @Operation(summary = "A round of admission", description = "D16. Every role. Where it stands is in its transcript.")
    public RoundResponse getAdmissionRound(@PathParam("id") UUID id) {
        return new RoundResponse(rounds.transcript(id).round());
    }

    @GET
    @Path("/admission-rounds/{id}/transcript")
    @Operation(
            summary = "All that anybody needs to recompute a round",
            description =
                    "D20. Every role: the transcript is published. docs/draw.md tells how to recompute it: `poolHash`"
                            + " is the SHA-256 of the RFC 8785 form of `pool`; lots of hubs come before lots of practices, and"
                            + " within a kind by SHA-256(seed || poolHash || lot id), ascending.")
    public TranscriptResponse getTranscript(@PathParam("id") UUID id) {
        return TranscriptResponse.of(rounds.transcript(id));
    }

    @POST
    @Path("/admission-rounds/{id}/commitments")
    @RolesAllowed(Roles.NOTARY)
    @Operation(
            summary = "Commit to a seed, before the freeze",
            description =
                    "D20. Role: notary, a person. The SHA-256 of a seed of 32 bytes that nobody else knows and that"
                            + " was never committed to before. Once the round closed: for a draw that the national desk may"
                            + " order to repeat it; it shows in the list of draws.")
    @Answers(
            invalid = "The commitment is missing, malformed, or was given before",
            conflict = "Given for this draw, the round is frozen or built on, or it needs no draw")
    public RestResponse<TranscriptResponse> commitToSeed(
            @PathParam("id") UUID id, @NotNull @Valid CommitmentRequest request) {
        var notary = desk.person();
        return TranscriptResponse.recorded(desk, () -> rounds.commit(id, request.commitment(), notary));
    }

    @POST
    @Path("/admission-rounds/{id}/freezes")
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Freeze what is drawn from",
            description = "D18, D19, D20. Role: rho, of the region's RHO, after the notary's commitment and not by the"
                    + " notary. The pool cannot be changed any more. In the last round (100 %) no commitment is needed"
                    + " and everybody left is admitted at once, without a draw.")
    @Answers(
            done = "FROZEN, or CLOSED in the last round",
            forbidden = "Not the region's RHO, or the notary",
            conflict = "Frozen before, preferences still taken, no commitment, or no practices")
    public RestResponse<TranscriptResponse> freezeRound(@PathParam("id") UUID id) {
        desk.actForRho(regions.region(rounds.transcript(id).round().region()).rho());
        return TranscriptResponse.recorded(desk, () -> rounds.freeze(id, desk.actor()));
    }

    @POST
    @Path("/regions/{region}/preferences")
    @RolesAllowed({Roles.RHO, Roles.PRACTICE, Roles.SIGNATORY})
    @Tag(name = "Preferences", description = "Whether and when practices want to start")
    @Operation(
            summary = "State whether and when practices want to start, all or none",
            description = "D17. Roles: practice and signatory (of the practices named), rho (of the region's RHO). Who"
                    + " states nothing takes part and starts with its hub; the last statement counts. Nothing is taken"
                    + " from a round's `preferencesUntil`, or its freeze, until its draw, nor for a practice that is"
                    + " admitted.")
    @Answers(
            invalid = "Lines are malformed, doubled or contradict themselves, or name no"
                    + " practice of the region; each is named",
            conflict = "Too late for the round under way, or practices are admitted")
    public RestResponse<PreferencesTaken> statePreferences(
            @PathParam("region") String region, @NotNull @Valid PreferencesRequest request) {
        var lines = request.toDomain();
        if (desk.has(Roles.RHO)) {
            desk.actForRho(regions.region(region).rho());
        } else {
            lines.forEach(line -> desk.actFor(line.agb()));
        }
        return desk.created(PreferencesTaken.class, () -> {
            admissions.state(region, lines, desk.actor());
            return new PreferencesTaken(region, lines.size());
        });
    }

    @GET
    @Path("/regions/{region}/preferences")
    @RolesAllowed({Roles.RHO, Roles.PRACTICE, Roles.SIGNATORY})
    @Tag(name = "Preferences")
    @Operation(
            summary = "What practices stated last",
            description = "D17. Ordered by AGB. Roles: rho (its own region's practices), practice and signatory (their"
                    + " own).")
    public RestResponse<List<PreferenceResponse>> listPreferences(
            @PathParam("region") String region, @Valid @BeanParam PageParameters page) {
        return page.answer(
                admissions.preferences(region, desk.visibility(), page.request()),
                stated -> new PreferenceResponse(stated.agb(), stated.preference()));
    }

    @GET
    @Path("/tranches")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.RHO, Roles.AUDITOR, Roles.SERVICE})
    @Tag(name = "Tranches", description = "Who may start when")
    @Operation(
            summary = "The admitted practices of a region and a quarter, with their ION",
            description = "D21. The tranche list is published: every insurer may contract every admitted practice."
                    + " Withdrawn admissions are not in it. Ordered by AGB.")
    public RestResponse<List<AdmissionResponse>> listTranche(
            @QueryParam("region") String region,
            @QueryParam("quarter") YearQuarter quarter,
            @Valid @BeanParam PageParameters page) {
        return page.answer(admissions.tranche(region, quarter, page.request()), AdmissionResponse::new);
    }

    @GET
    @Path("/admission-ceilings")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.RHO, Roles.AUDITOR, Roles.NATIONAL_DESK, Roles.SERVICE})
    @Tag(name = "Admission rounds")
    @Operation(
            summary = "How much may have started from each quarter on, and how much was admitted",
            description = "D16. Both are cumulative, so unused room rolls over. `percent` of a region's ION is"
                    + " enforced by its rounds; `nationalIon` is shown beside the ION admitted over all regions, and"
                    + " not enforced. By quarter.")
    public RestResponse<List<CeilingResponse>> listAdmissionCeilings(@Valid @BeanParam PageParameters page) {
        return page.answer(rounds.nationalCeilings(page.request()), CeilingResponse::new);
    }

    /** The notary's commitment: the SHA-256 of the seed's 32 bytes. */
    public record CommitmentRequest(
            @NotNull
                    @Pattern(regexp = "[0-9a-f]{64}", message = "a SHA-256 digest has 64 lower-case hexadecimal digits")
                    String commitment) {}

    /** A round of admission; where it stands is in its transcript. */
    @JsonPropertyOrder({"id", "region", "quarter", "ceilingPercent", "preferencesUntil", "openedAt"})
    @MayBeNull("preferencesUntil")
    public record RoundResponse(@JsonUnwrapped Round round) {}

    /** How many preferences were taken down. */
    public record PreferencesTaken(String region, int preferences) {}

    /** How much may have started from a quarter on, and how many ION were admitted over all regions. */
    @JsonPropertyOrder({"fromQuarter", "percent", "nationalIon", "admittedIon"})
    public record CeilingResponse(@JsonUnwrapped NationalCeiling ceiling) {}

    /** An admitted practice with its ION at the freeze; {@code drawId} is null when the round had no draw. */
    @JsonPropertyOrder({"agb", "rho", "region", "hub", "quarter", "ion", "roundId", "drawId", "admittedAt"})
    @MayBeNull("drawId")
    public record AdmissionResponse(@JsonUnwrapped Admission admission) {}

    /** What a practice stated last; {@code laterQuarter} is null when it starts with its hub. */
    @JsonPropertyOrder({"agb", "takesPart", "laterQuarter"})
    @MayBeNull("laterQuarter")
    public record PreferenceResponse(Agb agb, @JsonUnwrapped Preference preference) {}

    /**
     * A round of admission to a region for a quarter.
     *
     * @param preferencesUntil the first day on which preferences are no longer taken; none is: until the freeze
     */
    public record RoundRequest(
            @NotBlank @Size(max = 40) @OneLine String region,
            @NotNull @SchemeTime YearQuarter quarter,
            @SchemeTime LocalDate preferencesUntil)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return Round.faults(quarter, preferencesUntil, SuiteClock.day(now));
        }
    }
}
