package nl.mtvp.plan.admission.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.CanonicalForm;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.description.MayBeNull;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.plan.admission.AdmissionUseCases;
import nl.mtvp.plan.admission.RoundUseCases;
import nl.mtvp.plan.admission.domain.Seed;
import nl.mtvp.plan.admission.domain.Transcript.RecordedDraw;
import nl.mtvp.plan.admission.domain.TranscriptDifferences;
import nl.mtvp.plan.admission.domain.TranscriptDifferences.Difference;
import nl.mtvp.plan.region.RegionUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@Tag(name = "Draws", description = "From the freeze of a round to those it admits")
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
public class DrawResource {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final RoundUseCases rounds;
    private final RegionUseCases regions;
    private final AdmissionUseCases admissions;
    private final Desk desk;
    private final ObjectMapper json;

    DrawResource(
            RoundUseCases rounds, RegionUseCases regions, AdmissionUseCases admissions, Desk desk, ObjectMapper json) {
        this.rounds = rounds;
        this.regions = regions;
        this.admissions = admissions;
        this.desk = desk;
        this.json = json;
    }

    @POST
    @Path("/admission-rounds/{id}/lot-withdrawals")
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Withdraw a lot between freeze and draw",
            description =
                    "D20. Role: rho, of the region's RHO. The lot stays in the pool and is skipped; the order of the"
                            + " others does not change.")
    @Answers(
            missing = "No round has this id, or its pool no such lot",
            conflict = "Withdrawn before, or the round is not frozen or drawn already")
    public RestResponse<TranscriptResponse> withdrawLot(
            @PathParam("id") UUID id, @NotNull @Valid LotWithdrawalRequest request) {
        actForRho(id);
        return TranscriptResponse.recorded(
                desk, () -> rounds.withdrawLot(id, request.lotId(), request.reason(), desk.actor()));
    }

    @POST
    @Path("/admission-rounds/{id}/draws")
    @RolesAllowed(Roles.NOTARY)
    @Operation(
            summary = "Reveal the seed and draw",
            description =
                    "D19, D20, D21. Role: notary, a person, for the first draw of a round or an ordered repetition. The seed's SHA-256 must be the commitment. Lots have their"
                            + " turns in the order that seed and pool give; who is admitted is told to the neighbours.")
    @Answers(
            done = "CLOSED",
            invalid = "The seed is malformed or not the one committed to",
            conflict = "The round is not frozen, or closed already")
    public RestResponse<TranscriptResponse> draw(@PathParam("id") UUID id, @NotNull @Valid DrawRequest request) {
        var notary = desk.person();
        return TranscriptResponse.recorded(desk, () -> rounds.draw(id, Seed.of(request.seed()), notary));
    }

    @POST
    @Path("/admission-rounds/{id}/admission-withdrawals")
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Take back the admission of a practice that steps out",
            description =
                    "D21, D24. Role: rho, of the region's RHO. Contracts are not changed by it. The practice counts as"
                            + " opted out; when it changes its mind, it starts later (D18).")
    @Answers(missing = "No round has this id, or it did not admit the practice", conflict = "Taken back before")
    public RestResponse<AdmissionWithdrawalResponse> withdrawAdmission(
            @PathParam("id") UUID id, @NotNull @Valid AdmissionWithdrawalRequest request) {
        actForRho(id);
        return desk.created(AdmissionWithdrawalResponse.class, () -> {
            var admission = admissions.withdraw(id, request.agb(), request.reason(), desk.actor());
            return new AdmissionWithdrawalResponse(
                    admission.agb(), admission.region(), admission.roundId(), request.reason());
        });
    }

    @POST
    @Path("/admission-rounds/{id}/redraws")
    @RolesAllowed(Roles.NATIONAL_DESK)
    @Operation(
            summary = "Have a round's draw repeated, for a reason",
            description =
                    "D20. Role: national-desk, a person, who is not the notary. First a notary commits to a new seed; the"
                            + " order's id is mixed into the new order. The pool stays as it was frozen. What the last"
                            + " draw admitted stands until the notary reveals the seed; then whom the new draw does not"
                            + " admit is withdrawn, and told so. Only while the region has no later round.")
    @Answers(
            done = "FROZEN again",
            forbidden = "Not a person of the national desk, or the notary",
            conflict = "Not closed yet, without a draw, no new commitment, or a later round builds on it")
    public RestResponse<TranscriptResponse> orderRedraw(
            @PathParam("id") UUID id, @NotNull @Valid RedrawRequest request) {
        var orderer = desk.person();
        return TranscriptResponse.recorded(desk, () -> rounds.order(id, request.reason(), orderer));
    }

    @GET
    @Path("/admission-rounds/{id}/draws")
    @Operation(
            summary = "The draws of a round, the repeated ones too",
            description = "D20. Every role. From the commitment on; with the `transcriptHash` of what was drawn. By"
                    + " number.")
    public RestResponse<List<DrawResponse>> listDraws(@PathParam("id") UUID id, @Valid @BeanParam PageParameters page) {
        return page.answer(rounds.draws(id, page.request()), DrawResponse::new);
    }

    @GET
    @Path("/admission-rounds/{id}/draws/{number}/transcript")
    @Operation(
            summary = "The transcript of one of a round's draws",
            description = "D20. Every role. That of a draw which was repeated stays as it was.")
    @Answers(missing = "No round has this id, or it no such draw")
    public TranscriptResponse getTranscriptOfDraw(@PathParam("id") UUID id, @PathParam("number") Integer number) {
        return TranscriptResponse.of(rounds.transcript(id, number));
    }

    @POST
    @Path("/admission-rounds/{id}/verifications")
    @Operation(
            summary = "Compare a transcript with the recorded one, and recompute that one",
            description = "D20. Every role. Names every place that differs. Changes nothing, so it takes no"
                    + " Idempotency-Key. Whoever does not want to ask this service uses `./mtvp verify-draw`.")
    @APIResponseSchema(value = VerificationResponse.class, responseDescription = "What verifying showed")
    @Answers(missing = "No round has this id, or it no such draw")
    public VerificationResponse verifyTranscript(
            @PathParam("id") UUID id, @NotNull @Valid VerificationRequest request) {
        var recorded =
                request.drawNumber() == null ? rounds.transcript(id) : rounds.transcript(id, request.drawNumber());
        var differences = TranscriptDifferences.between(
                json.convertValue(TranscriptResponse.of(recorded), TREE), request.transcript());
        boolean recomputed = recorded.isRecomputed();
        return new VerificationResponse(recomputed && differences.isEmpty(), recomputed, recorded.hash(), differences);
    }

    private void actForRho(UUID round) {
        desk.actForRho(regions.region(rounds.transcript(round).round().region()).rho());
    }

    /** A lot that steps back between freeze and draw, and why. */
    public record LotWithdrawalRequest(
            @NotBlank @Size(max = 200) @OneLine String lotId, @NotBlank @Size(max = 2_000) String reason) {}

    /** The seed that the notary reveals. */
    public record DrawRequest(@NotNull @Pattern(regexp = Seed.FORM, message = Seed.RULE) String seed) {}

    /** A draw of a round from its commitment on; what has not come yet is null, and so is what only a repeated draw has. */
    @JsonPropertyOrder({
        "number",
        "commitment",
        "committedAt",
        "redrawId",
        "redrawReason",
        "redrawOrderedAt",
        "drawId",
        "drawnAt",
        "transcriptHash"
    })
    @MayBeNull({"redrawId", "redrawOrderedAt", "redrawReason", "drawId", "drawnAt", "transcriptHash"})
    public record DrawResponse(@JsonUnwrapped RecordedDraw draw) {}

    /** A practice that steps out after it was admitted, and why. */
    public record AdmissionWithdrawalRequest(@NotNull Agb agb, @NotBlank @Size(max = 2_000) String reason) {}

    /** An admission that was taken back. */
    public record AdmissionWithdrawalResponse(Agb agb, String region, UUID roundId, String reason) {}

    /** Why a draw is repeated; everybody may read it. */
    public record RedrawRequest(@NotBlank @Size(max = 2_000) String reason) {}

    /**
     * A transcript that somebody holds, to be compared with what is recorded.
     *
     * @param drawNumber of the draw that it should be of; none is the last, or the round without a draw
     * @param transcript as it is held, whatever it holds
     */
    public record VerificationRequest(
            @Min(1) @Max(1_000) Integer drawNumber,
            @NotNull @CanonicalForm @Schema(type = SchemaType.OBJECT) Map<String, Object> transcript) {}

    /**
     * Whether a transcript holds.
     *
     * @param holds it is the recorded one in every property, and that one is what seed and pool give
     * @param recomputed the recorded turns are what pool, seed and withdrawals give, computed anew
     * @param transcriptHash the recorded one, null until the round closed
     * @param differences each place where the transcript handed in is not the recorded one
     */
    @MayBeNull({"Difference.recorded", "Difference.handedIn"})
    public record VerificationResponse(
            boolean holds,
            boolean recomputed,
            @Schema(nullable = true) String transcriptHash,
            List<Difference> differences) {}
}
