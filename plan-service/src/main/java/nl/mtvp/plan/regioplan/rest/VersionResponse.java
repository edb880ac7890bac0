package nl.mtvp.plan.regioplan.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.MayBeNull;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import nl.mtvp.plan.regioplan.domain.Activity;
import nl.mtvp.plan.regioplan.domain.Agreement;
import nl.mtvp.plan.regioplan.domain.Challenge;
import nl.mtvp.plan.regioplan.domain.Checklist;
import nl.mtvp.plan.regioplan.domain.Evidence;
import nl.mtvp.plan.regioplan.domain.Party;
import nl.mtvp.plan.regioplan.domain.PlanVersion;
import nl.mtvp.plan.regioplan.domain.PlanVersion.Origin;
import nl.mtvp.plan.regioplan.domain.PlanVersion.Withdrawal;
import nl.mtvp.plan.regioplan.domain.Subjects;
import nl.mtvp.plan.regioplan.domain.Verdict;
import nl.mtvp.plan.regioplan.domain.VersionState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** A version of a regioplan: what it says, where it stands, who decides. What has not come yet is null or empty. */
@MayBeNull({
    "Activity.runsFrom",
    "Activity.runsUntil",
    "Activity.who",
    "Agreement.monitoring",
    "Challenge.description",
    "Challenge.priority",
    "Item.mend",
    "Subjects.activities",
    "Subjects.agreements",
    "Subjects.challenges",
    "Subjects.governance",
    "Subjects.ictVision",
    "Subjects.missionAndVision",
    "Subjects.support"
})
public record VersionResponse(
        UUID id,
        UUID regioplanId,
        int number,
        VersionState state,
        Origin origin,
        String contentHash,
        String rho,
        List<String> regions,
        String title,
        List<Selected> interventions,
        Subjects subjects,
        List<Challenge> challenges,
        List<Activity> activities,
        List<Agreement> agreements,
        @Schema(nullable = true) RhoShareResponse rhoShare,
        List<Checklist.Item> checklist,
        Instant createdAt,
        @Schema(nullable = true) Instant submittedAt,
        @Schema(nullable = true) LocalDate decisionDueOn,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(nullable = true) Instant withdrawnAt,
        @Schema(nullable = true) String withdrawalReason,
        List<Decider> preferentInsurers,
        List<Decided> decisions,
        List<Approved> approvals) {

    /** A selected intervention (D3). */
    public record Selected(String code, Kernelement kernelement, int firstYear) {}

    /** A preferent insurer as it was at the submission (D6). */
    @JsonPropertyOrder({"region", "uzovi"})
    public record Decider(@JsonUnwrapped Party party) {}

    /** What an insurer decided (D6). */
    public record Decided(Uzovi uzovi, Verdict decision, @Schema(nullable = true) String comment, Instant decidedAt) {}

    /** The evidence of an approval given elsewhere (D7). */
    @JsonPropertyOrder({"uzovi", "approvedBy", "approvedOn", "documentDigest"})
    public record Approved(@JsonUnwrapped Evidence evidence) {}

    static VersionResponse of(PlanVersion version) {
        var content = version.content();
        var details = content.details();
        return new VersionResponse(
                version.id(),
                version.regioplanId(),
                version.number(),
                version.state(),
                version.origin(),
                content.hash(),
                content.rho(),
                content.regions(),
                content.title(),
                content.selections().stream()
                        .map(selection -> new Selected(
                                selection.intervention().code(),
                                selection.intervention().kernelement(),
                                selection.firstYear()))
                        .toList(),
                details.subjects(),
                details.challenges(),
                details.activities(),
                details.agreements(),
                RhoShareResponse.of(details.rhoShare()),
                Checklist.of(details),
                version.course().created().at(),
                version.course().submitted().map(Deed::at).orElse(null),
                version.course().decisionDueOn(),
                version.course().decidedAt(),
                version.course()
                        .withdrawal()
                        .map(withdrawal -> withdrawal.withdrawn().at())
                        .orElse(null),
                version.course().withdrawal().map(Withdrawal::reason).orElse(null),
                version.parties().stream().map(Decider::new).toList(),
                version.decisions().stream()
                        .map(decision -> new Decided(
                                decision.uzovi(),
                                decision.decision(),
                                decision.comment(),
                                decision.decided().at()))
                        .toList(),
                version.evidence().stream().map(Approved::new).toList());
    }

    /** What a step made of a version, once for its key. */
    static RestResponse<VersionResponse> recorded(Desk desk, Supplier<PlanVersion> step) {
        return desk.created(
                VersionResponse.class,
                () -> of(step.get()),
                made -> "/regioplannen/" + made.regioplanId() + "/versions/" + made.number());
    }
}
