package nl.mtvp.plan.regioplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.region.db.RegionRepository;
import nl.mtvp.plan.regioplan.db.RegioplanRepository;
import nl.mtvp.plan.regioplan.db.VersionRepository;
import nl.mtvp.plan.regioplan.domain.DecidedOtherwise;
import nl.mtvp.plan.regioplan.domain.Decision;
import nl.mtvp.plan.regioplan.domain.Evidence;
import nl.mtvp.plan.regioplan.domain.Minimum;
import nl.mtvp.plan.regioplan.domain.NoPreferentInsurer;
import nl.mtvp.plan.regioplan.domain.NotTheNewestVersion;
import nl.mtvp.plan.regioplan.domain.Party;
import nl.mtvp.plan.regioplan.domain.PlanVersion;
import nl.mtvp.plan.regioplan.domain.PlanVersion.Origin;
import nl.mtvp.plan.regioplan.domain.Regioplan;
import nl.mtvp.plan.regioplan.domain.RegioplanNotFound;
import nl.mtvp.plan.regioplan.domain.Selections;
import nl.mtvp.plan.regioplan.domain.Subjects;
import nl.mtvp.plan.regioplan.domain.SubmissionRefused;
import nl.mtvp.plan.regioplan.domain.Verdict;
import nl.mtvp.plan.regioplan.domain.VersionNotFound;
import nl.mtvp.plan.regioplan.domain.VersionState;
import org.jdbi.v3.core.Handle;

/** Takes a version from its submission to its decision, or from a push to its confirmations (D6, D7). */
@ApplicationScoped
public class ApprovalUseCases {

    private final Transactions transactions;
    private final RegionRepository regions;
    private final RegioplanUseCases regioplannen;
    private final RegioplanRepository plans;
    private final VersionRepository versions;
    private final Events events;
    private final Clock clock;

    ApprovalUseCases(
            Transactions transactions,
            RegionRepository regions,
            RegioplanUseCases regioplannen,
            RegioplanRepository plans,
            VersionRepository versions,
            Events events,
            Clock clock) {
        this.transactions = transactions;
        this.regions = regions;
        this.regioplannen = regioplannen;
        this.plans = plans;
        this.versions = versions;
        this.events = events;
        this.clock = clock;
    }

    public PlanVersion submit(UUID plan, int number, boolean commitsToLeidraad, Visibility visibility, Actor actor) {
        return transactions.run(tx -> {
            var version = taken(tx, plan, number, visibility);
            version.requireWay(VersionState.SUBMITTED);
            int newest = versions.newest(tx, plan);
            if (number != newest) {
                throw new NotTheNewestVersion(number, newest);
            }
            var faults = new ArrayList<>(Minimum.shortfalls(version.content().selections()));
            faults.addAll(commitmentMissing(commitsToLeidraad));
            if (!faults.isEmpty()) {
                throw new SubmissionRefused(faults);
            }
            versions.submit(tx, version.id(), parties(tx, version.content().regions()), actor.subject(), now());
            return versions.visible(tx, plan, number, Visibility.EVERYTHING).orElseThrow();
        });
    }

    /** What a portal pushes: the plan's content, and that each party approved it elsewhere (D7). */
    public record Push(
            UUID regioplanId,
            String rho,
            List<String> regions,
            String title,
            List<Selections.Line> interventions,
            Subjects subjects,
            boolean commitsToLeidraad,
            List<Evidence> approvals) {}

    public PlanVersion push(Push push, Visibility visibility, Actor actor) {
        return transactions.run(tx -> {
            var plan = push.regioplanId() == null
                    ? regioplannen.create(push.rho(), push.title(), push.regions(), actor)
                    : existing(tx, push, visibility);
            var version = regioplannen.addVersion(plan, Origin.PUSHED, push.interventions(), push.subjects(), actor);
            var parties = parties(tx, plan.regions());
            var faults = new ArrayList<>(Minimum.shortfalls(version.content().selections()));
            faults.addAll(commitmentMissing(push.commitsToLeidraad()));
            faults.addAll(Evidence.faults(push.approvals(), parties, LocalDate.now(clock)));
            if (!faults.isEmpty()) {
                throw new SubmissionRefused(faults);
            }
            versions.addEvidence(tx, version.id(), push.approvals());
            versions.submit(tx, version.id(), parties, actor.subject(), now());
            return versions.visible(tx, plan.id(), version.number(), Visibility.EVERYTHING)
                    .orElseThrow();
        });
    }

    /** An insurer's word on a version of an origin, bound to its content. */
    public record Word(Origin origin, Uzovi uzovi, Verdict verdict, String comment, String contentHash) {}

    public PlanVersion decide(UUID plan, int number, Word word, Visibility visibility, Actor actor) {
        return transactions.run(tx -> {
            var version = taken(tx, plan, number, visibility);
            var decision = new Decision(word.uzovi(), word.verdict(), word.comment(), actor.subject(), now());
            version.requireDecidable(word.uzovi(), actor.subject(), word.contentHash());
            if (word.verdict() == Verdict.APPROVED && word.origin() != version.origin()) {
                throw new DecidedOtherwise(version.origin() == Origin.PUSHED ? "/confirmations" : "/decisions");
            }
            versions.addDecision(tx, version, decision);
            var decisions = new ArrayList<>(version.decisions());
            decisions.add(decision);
            var outcome = Decision.outcome(version.parties(), decisions);
            if (outcome == VersionState.APPROVED) {
                approve(tx, version, decision.decidedAt());
            } else if (outcome != VersionState.SUBMITTED) {
                versions.becomes(tx, version.id(), outcome, decision.decidedAt());
            }
            return versions.visible(tx, plan, number, Visibility.EVERYTHING).orElseThrow();
        });
    }

    /** The version comes into force, and the one before it goes; both are told, in this order: gone, come. */
    private void approve(Handle tx, PlanVersion version, Instant now) {
        versions.inForce(tx, version.regioplanId()).ifPresent(old -> {
            old.requireWay(VersionState.SUPERSEDED);
            versions.becomes(tx, old.id(), VersionState.SUPERSEDED, old.course().decidedAt());
            events.publish(tx, RegioplanEvents.superseded(old, version), now);
        });
        versions.becomes(tx, version.id(), VersionState.APPROVED, now);
        events.publish(tx, RegioplanEvents.approved(version, now), now);
    }

    private PlanVersion taken(Handle tx, UUID plan, int number, Visibility visibility) {
        plans.visible(tx, plan, visibility).orElseThrow(() -> new RegioplanNotFound(plan));
        plans.take(tx, plan);
        return versions.visible(tx, plan, number, visibility).orElseThrow(() -> new VersionNotFound(number));
    }

    private Regioplan existing(Handle tx, Push push, Visibility visibility) {
        var plan = plans.visible(tx, push.regioplanId(), visibility)
                .orElseThrow(() -> new RegioplanNotFound(push.regioplanId()));
        if (!plan.rho().equals(push.rho())
                || !plan.title().equals(push.title())
                || !plan.regions().equals(push.regions().stream().sorted().toList())) {
            throw new InvalidInput(Fault.inBody(
                    "/regioplanId",
                    "another-plan",
                    "a new version of a regioplan keeps its RHO, its regions and its title"));
        }
        return plan;
    }

    private List<Party> parties(Handle tx, List<String> covered) {
        var negotiators = regions.preferentInsurers(tx, covered);
        var without = covered.stream()
                .filter(region -> !negotiators.containsKey(region))
                .toList();
        if (!without.isEmpty()) {
            throw new NoPreferentInsurer(without);
        }
        return negotiators.entrySet().stream()
                .flatMap(region -> region.getValue().stream().map(uzovi -> new Party(region.getKey(), uzovi)))
                .toList();
    }

    private static List<Fault> commitmentMissing(boolean commitsToLeidraad) {
        return commitsToLeidraad
                ? List.of()
                : List.of(Fault.inBody(
                        "/commitsToLeidraad",
                        "commitment-missing",
                        "D6: with its regioplan an RHO commits itself to the leidraad"));
    }

    private Instant now() {
        return clock.instant();
    }
}
