package nl.mtvp.plan.regioplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.region.db.PreferentInsurerRepository;
import nl.mtvp.plan.regioplan.db.CommentRepository;
import nl.mtvp.plan.regioplan.db.RegioplanRepository;
import nl.mtvp.plan.regioplan.db.VersionRepository;
import nl.mtvp.plan.regioplan.domain.Comment;
import nl.mtvp.plan.regioplan.domain.Decision;
import nl.mtvp.plan.regioplan.domain.Details;
import nl.mtvp.plan.regioplan.domain.Evidence;
import nl.mtvp.plan.regioplan.domain.Minimum;
import nl.mtvp.plan.regioplan.domain.Party;
import nl.mtvp.plan.regioplan.domain.PlanVersion;
import nl.mtvp.plan.regioplan.domain.PlanVersion.Origin;
import nl.mtvp.plan.regioplan.domain.PlanVersion.Withdrawal;
import nl.mtvp.plan.regioplan.domain.Regioplan;
import nl.mtvp.plan.regioplan.domain.RegioplanRefused;
import nl.mtvp.plan.regioplan.domain.Selection;
import nl.mtvp.plan.regioplan.domain.Verdict;
import nl.mtvp.plan.regioplan.domain.VersionState;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Brings a version before its preferent insurers, submitted (D6) or pushed with evidence (D7), and takes it to its decision, by
 * decisions or confirmations, with what RHO and insurers say about it on the way.
 */
@ApplicationScoped
@Transactional
public class ApprovalUseCases {

    private final RegioplanUseCases regioplannen;
    private final VersionRepository versions;
    private final CommentRepository comments;
    private final PreferentInsurerRepository insurers;
    private final RegioplanRepository plans;
    private final int decisionDays;
    private final Events events;
    private final Clock clock;

    /** @param decisionDays in how many after its submission insurers decide on a version (D6); frozen at the submission */
    ApprovalUseCases(
            RegioplanUseCases regioplannen,
            VersionRepository versions,
            CommentRepository comments,
            PreferentInsurerRepository insurers,
            RegioplanRepository plans,
            @ConfigProperty(name = "mtvp.regioplan.decision-days", defaultValue = "28") int decisionDays,
            Events events,
            Clock clock) {
        this.regioplannen = regioplannen;
        this.versions = versions;
        this.comments = comments;
        this.insurers = insurers;
        this.plans = plans;
        this.decisionDays = decisionDays;
        this.events = events;
        this.clock = clock;
    }

    /** An insurer's word on a version of an origin, bound to its content. */
    public record Word(Origin origin, Uzovi uzovi, Verdict verdict, String comment, String contentHash) {}

    public PlanVersion decide(UUID plan, int number, Word word, Visibility visibility, Actor actor) {
        var version = regioplannen.taken(plan, number, visibility);
        var decided = actor.at(clock.instant());
        var decision = new Decision(word.uzovi(), word.verdict(), word.comment(), decided);
        version.requireDecidable(word.uzovi(), actor.subject(), word.contentHash());
        if (word.verdict() == Verdict.APPROVED && word.origin() != version.origin()) {
            throw RegioplanRefused.decidedOtherwise(
                    version.origin() == Origin.PUSHED ? "/confirmations" : "/decisions");
        }
        versions.addDecision(version, decision);
        var decisions = new ArrayList<>(version.decisions());
        decisions.add(decision);
        var outcome = Decision.outcome(version.parties(), decisions);
        if (outcome == VersionState.APPROVED) {
            approve(version, decided.at());
        } else if (outcome != VersionState.SUBMITTED) {
            versions.becomes(version.id(), outcome, decided.at());
        }
        return versions.find(plan, number, Visibility.EVERYTHING).orElseThrow();
    }

    /** What somebody says. @param uzovi the insurer for which; null for the RHO */
    public record Remark(Uzovi uzovi, Comment.Subject subject, String text) {}

    public Comment comment(UUID plan, int number, Remark remark, Visibility visibility, Actor actor) {
        var version = regioplannen.version(plan, number, visibility);
        if (remark.uzovi() != null && !version.hasParty(remark.uzovi())) {
            throw RegioplanRefused.insurerIsNoParty(remark.uzovi());
        }
        var now = clock.instant();
        var comment = new Comment(Ids.at(now), remark.uzovi(), remark.subject(), remark.text(), now);
        comments.add(version.id(), comment, actor);
        return comment;
    }

    public Page<Comment> comments(UUID plan, int number, Visibility visibility, PageRequest asked) {
        var version = regioplannen.version(plan, number, visibility);
        if (!isTalkedOverBy(visibility, version)) {
            throw RegioplanRefused.versionNotFound(number);
        }
        return comments.list(version.id(), asked);
    }

    /** RHO and preferent insurers talk a version over (D6); whoever may read it is not one of them. */
    private static boolean isTalkedOverBy(Visibility visibility, PlanVersion version) {
        return visibility.everything()
                || visibility.rhos().contains(version.content().rho())
                || visibility.insurers().stream().anyMatch(version::hasParty);
    }

    public PlanVersion submit(UUID plan, int number, boolean commitsToLeidraad, Visibility visibility, Actor actor) {
        var version = regioplannen.taken(plan, number, visibility);
        version.requireWay(VersionState.SUBMITTED);
        int newest = versions.newest(plan);
        if (number != newest) {
            throw RegioplanRefused.notTheNewestVersion(number, newest);
        }
        var selected = version.content().selections().stream()
                .map(one -> new Minimum.Chosen(one.intervention().kernelement(), one.firstYear()))
                .toList();
        var faults = new ArrayList<>(Minimum.shortfalls(selected));
        faults.addAll(commitmentMissing(commitsToLeidraad));
        if (!faults.isEmpty()) {
            throw RegioplanRefused.submissionRefused(faults);
        }
        var regions = version.content().regions();
        var negotiators = insurers.preferentInsurers(regions);
        requireNegotiators(regions, negotiators);
        submit(version, parties(negotiators), actor);
        return versions.find(plan, number, Visibility.EVERYTHING).orElseThrow();
    }

    /** Takes back what is under decision (D6); a decision that comes at the same moment waits its turn, or went before. */
    public PlanVersion withdraw(UUID plan, int number, String reason, Visibility visibility, Actor actor) {
        var version = regioplannen.taken(plan, number, visibility);
        version.requireWay(VersionState.WITHDRAWN);
        versions.withdraw(version.id(), new Withdrawal(reason, actor.at(clock.instant())));
        return versions.find(plan, number, Visibility.EVERYTHING).orElseThrow();
    }

    /** What a portal pushes: the plan's content, and that each party approved it elsewhere (D7). */
    public record Push(
            UUID regioplanId,
            String rho,
            List<String> regions,
            String title,
            List<Selection.Line> interventions,
            Details details,
            boolean commitsToLeidraad,
            List<Evidence> approvals) {}

    public PlanVersion push(Push push, Visibility visibility, Actor actor) {
        var regions = push.regions().stream().sorted().toList();
        var existing = Optional.ofNullable(push.regioplanId())
                .map(id -> plans.find(id, visibility).orElseThrow(() -> RegioplanRefused.notFound(id)));
        var selected = regioplannen.selected(push.interventions());
        var negotiators = insurers.preferentInsurers(regions);
        var parties = parties(negotiators);
        var malformed = new ArrayList<>(existing.map(plan -> anotherPlan(plan, push))
                .orElseGet(() -> regioplannen.faultsOfRegions(push.rho(), push.regions())));
        malformed.addAll(selected.faults());
        malformed.addAll(push.details().faults());
        var faults = new ArrayList<>(malformed);
        faults.addAll(Minimum.shortfalls(selected.known()));
        faults.addAll(commitmentMissing(push.commitsToLeidraad()));
        if (negotiators.keySet().containsAll(regions)) {
            faults.addAll(Evidence.faults(push.approvals(), parties, LocalDate.now(clock)));
        }
        if (!malformed.isEmpty()) {
            throw new InvalidInput(faults);
        }
        requireNegotiators(regions, negotiators);
        if (!faults.isEmpty()) {
            throw RegioplanRefused.submissionRefused(faults);
        }
        var plan = existing.orElseGet(() -> regioplannen.create(push.rho(), push.title(), push.regions(), actor));
        var version = regioplannen.addVersion(plan, Origin.PUSHED, push.interventions(), push.details(), actor);
        submit(version, parties, actor);
        versions.addEvidence(version.id(), push.approvals());
        return versions.find(plan.id(), version.number(), Visibility.EVERYTHING).orElseThrow();
    }

    /**
     * What a push would be refused for, as far as it can be read (D1, D3, D6, D7).
     *
     * @param push whose parts are null where they cannot be read, but for its lists
     */
    public List<Fault> foreseen(Push push) {
        var lines = push.interventions();
        var selected = regioplannen.selected(lines);
        var faults = new ArrayList<Fault>();
        if (push.regioplanId() == null) {
            faults.addAll(regioplannen.faultsOfRegions(push.rho(), push.regions()));
        }
        faults.addAll(selected.faults());
        if (lines.stream().noneMatch(line -> line.code().isEmpty())) {
            faults.addAll(Minimum.shortfalls(selected.known()));
        }
        faults.addAll(commitmentMissing(push.commitsToLeidraad()));
        var regions = push.regions().stream().filter(Objects::nonNull).toList();
        var negotiators = insurers.preferentInsurers(regions);
        boolean allRead = regions.size() == push.regions().size();
        if (!regions.isEmpty() && allRead && negotiators.keySet().containsAll(regions)) {
            faults.addAll(Evidence.faults(push.approvals(), parties(negotiators), LocalDate.now(clock)));
        }
        return faults;
    }

    /** The version comes into force, and the one before it goes; both are told, in this order: gone, come. */
    private void approve(PlanVersion version, Instant now) {
        versions.findInForce(version.regioplanId()).ifPresent(old -> {
            old.requireWay(VersionState.SUPERSEDED);
            versions.becomes(old.id(), VersionState.SUPERSEDED, old.course().decidedAt());
            events.publish(RegioplanEvents.superseded(old, version), now);
        });
        versions.becomes(version.id(), VersionState.APPROVED, now);
        events.publish(RegioplanEvents.approved(version, now), now);
    }

    private static List<Fault> anotherPlan(Regioplan plan, Push push) {
        return plan.rho().equals(push.rho())
                        && plan.title().equals(push.title())
                        && plan.regions()
                                .equals(push.regions().stream().sorted().toList())
                ? List.of()
                : List.of(Fault.inBody(
                        "/regioplanId",
                        "another-plan",
                        "a new version of a regioplan keeps its RHO, its regions and its title"));
    }

    private static void requireNegotiators(List<String> covered, Map<String, ? extends Collection<Uzovi>> negotiators) {
        var without = covered.stream()
                .filter(region -> !negotiators.containsKey(region))
                .toList();
        if (!without.isEmpty()) {
            throw RegioplanRefused.noPreferentInsurer(without);
        }
    }

    private static List<Party> parties(Map<String, ? extends Collection<Uzovi>> negotiators) {
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

    private void submit(PlanVersion version, List<Party> parties, Actor actor) {
        var dueOn = LocalDate.now(clock).plusDays(decisionDays);
        versions.submit(version.id(), parties, actor.at(clock.instant()), dueOn);
    }
}
