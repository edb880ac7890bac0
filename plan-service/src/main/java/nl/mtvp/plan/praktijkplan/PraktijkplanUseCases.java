package nl.mtvp.plan.praktijkplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.catalogue.db.InterventionRepository;
import nl.mtvp.plan.praktijkplan.db.DeadlineRepository;
import nl.mtvp.plan.praktijkplan.db.DeadlineRepository.Filter;
import nl.mtvp.plan.praktijkplan.db.PraktijkplanRepository;
import nl.mtvp.plan.praktijkplan.db.PraktijkplanVersionRepository;
import nl.mtvp.plan.praktijkplan.db.PraktijkplanVersionRepository.NewVersion;
import nl.mtvp.plan.praktijkplan.db.ProgressRepository;
import nl.mtvp.plan.praktijkplan.domain.Deadline;
import nl.mtvp.plan.praktijkplan.domain.Differences;
import nl.mtvp.plan.praktijkplan.domain.FirstYear;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import nl.mtvp.plan.praktijkplan.domain.PlanViolation;
import nl.mtvp.plan.praktijkplan.domain.Planned;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan.PraktijkplanFilter;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanRefused;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanState;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanVersion;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanVersion.VersionLine;
import nl.mtvp.plan.praktijkplan.domain.Progress;
import nl.mtvp.plan.praktijkplan.domain.SecondYear;
import nl.mtvp.plan.regioplan.db.RegioplanRepository;

/**
 * Opens praktijkplannen, writes and submits their versions, each for one year of the growth model (D8-D11, D13), shows them to
 * those whom they concern, with until when they are submitted, and takes down their progress.
 */
@ApplicationScoped
@Transactional
public class PraktijkplanUseCases {

    private final PraktijkplanRepository plans;
    private final PraktijkplanVersionRepository versions;
    private final ProgressRepository progress;
    private final DeadlineRepository deadlines;
    private final RegioplanRepository regioplannen;
    private final InterventionRepository interventions;
    private final Events events;
    private final Clock clock;

    PraktijkplanUseCases(
            PraktijkplanRepository plans,
            PraktijkplanVersionRepository versions,
            ProgressRepository progress,
            DeadlineRepository deadlines,
            RegioplanRepository regioplannen,
            InterventionRepository interventions,
            Events events,
            Clock clock) {
        this.plans = plans;
        this.versions = versions;
        this.progress = progress;
        this.deadlines = deadlines;
        this.regioplannen = regioplannen;
        this.interventions = interventions;
        this.events = events;
        this.clock = clock;
    }

    public Praktijkplan create(Agb agb, Actor actor) {
        var now = clock.instant();
        var id = Ids.at(now);
        plans.add(id, agb, actor.at(now));
        return plans.find(id, LocalDate.now(clock), Visibility.EVERYTHING).orElseThrow();
    }

    public Praktijkplan plan(UUID id, Visibility visibility) {
        return plans.find(id, LocalDate.now(clock), visibility).orElseThrow(() -> PraktijkplanRefused.notFound(id));
    }

    public Page<Praktijkplan> plans(PraktijkplanFilter filter, Visibility visibility, PageRequest asked) {
        return plans.list(filter, LocalDate.now(clock), visibility, asked);
    }

    /** What a practice tells about an intervention of its plan. */
    public record Told(String code, Progress.Stage stage, LocalDate observedOn, String description) {}

    /** @throws InvalidInput when the plan never had the intervention, or the day has not come */
    public Progress tell(Praktijkplan plan, Told told, Actor actor) {
        var codes = versions.submittedCodes(plan.id());
        if (codes.isEmpty()) {
            throw PraktijkplanRefused.nothingSubmitted();
        }
        var faults = new ArrayList<Fault>();
        if (!codes.contains(told.code())) {
            faults.add(Fault.inBody(
                    "/code", "not-in-the-plan", "D13: progress is about what was submitted: one of " + codes));
        }
        faults.addAll(Progress.faults(told.observedOn(), LocalDate.now(clock)));
        InvalidInput.ifAny(faults);
        var now = clock.instant();
        var entry = new Progress(Ids.at(now), told.code(), told.stage(), told.observedOn(), told.description(), now);
        progress.add(plan.id(), entry, actor);
        return entry;
    }

    public Page<Progress> progress(UUID plan, Visibility visibility, PageRequest asked) {
        plan(plan, visibility);
        return progress.list(plan, asked);
    }

    /** A deadline as it stands today. */
    public record Standing(Deadline deadline, Deadline.State state) {}

    public Page<Standing> deadlines(String region, Agb agb, boolean overdue, Visibility visibility, PageRequest asked) {
        var filter = new Filter(region, agb, null, overdue);
        var today = LocalDate.now(clock);
        return deadlines
                .list(filter, today, visibility, asked)
                .map(deadline -> new Standing(deadline, deadline.state(today)));
    }

    /** A version with what keeps it from being submitted; nothing when it was. */
    public record Judged(PraktijkplanVersion version, List<PlanViolation> violations) {}

    /** Two versions and what differs between them. */
    public record Compared(PraktijkplanVersion from, PraktijkplanVersion to, Differences differences) {}

    /** What the catalogue says about codes that are planned. */
    public List<Fault> faults(List<Planned.Line> lines) {
        var codes = lines.stream().map(Planned.Line::code).toList();
        return Planned.faults(lines, interventions.withCodes(codes), LocalDate.now(clock));
    }

    /** A new version, numbered after the newest, as a draft under the regioplan in force. */
    public Judged add(Praktijkplan plan, ImplementationYear year, List<Planned.Line> lines, Actor actor) {
        plans.lock(plan.agb());
        var faults = faults(lines);
        InvalidInput.ifAny(faults);
        var regioplan = regioplannen
                .findVersionInForce(plan.region())
                .orElseThrow(() -> PraktijkplanRefused.regioplanNeeded(plan.region()));
        var now = clock.instant();
        int number = versions.newest(plan.id()) + 1;
        var version = new NewVersion(Ids.at(now), plan.id(), number, year, regioplan);
        versions.add(version, lines, actor.at(now));
        return judged(plan.id(), number);
    }

    /** Takes a version into force for its year when it meets the growth model; the day decides whether it is late. */
    public Judged submit(UUID id, int number, Visibility visibility, Actor actor) {
        var plan = plan(id, visibility);
        plans.lock(plan.agb());
        var version = withNumber(id, number);
        requireInTurn(plan, version);
        var first = base(version);
        if (version.plan().year() == ImplementationYear.SECOND && first.isEmpty()) {
            throw PraktijkplanRefused.yearOneFirst();
        }
        var violations = violations(version, first);
        if (!violations.isEmpty()) {
            throw PraktijkplanRefused.notAsRequired(violations);
        }
        var now = clock.instant();
        var today = LocalDate.now(clock);
        var base = first.map(PraktijkplanVersion::number).orElse(null);
        versions.submit(version, base, actor.at(now), today);
        var submitted = judged(id, number);
        var deadline = deadlines.find(plan.agb(), version.plan().year(), today);
        events.publish(PraktijkplanEvents.submitted(plan, submitted.version(), today, deadline), now);
        return submitted;
    }

    public Judged version(UUID plan, int number, Visibility visibility) {
        plan(plan, visibility);
        return judged(plan, number);
    }

    public Page<VersionLine> versions(UUID plan, Visibility visibility, PageRequest asked) {
        plan(plan, visibility);
        return versions.list(plan, asked);
    }

    /** What changed from one version to another, of whichever years. */
    public Compared differences(UUID plan, int from, int to, Visibility visibility) {
        plan(plan, visibility);
        var before = withNumber(plan, from);
        var after = withNumber(plan, to);
        return new Compared(before, after, Differences.between(before.plan(), after.plan()));
    }

    private void requireInTurn(Praktijkplan plan, PraktijkplanVersion version) {
        var year = version.plan().year();
        if (version.state() != PraktijkplanState.DRAFT) {
            throw PraktijkplanRefused.submitted(version.number());
        }
        int newest = versions.newest(plan.id(), year);
        if (version.number() != newest) {
            throw PraktijkplanRefused.newerVersionWritten(version.number(), newest);
        }
        if (!regioplannen
                .findVersionInForce(plan.region())
                .filter(version.regioplanVersionId()::equals)
                .isPresent()) {
            throw PraktijkplanRefused.regioplanMovedOn();
        }
        if (year == ImplementationYear.FIRST
                && versions.findInForce(plan.id(), ImplementationYear.SECOND).isPresent()) {
            throw PraktijkplanRefused.yearTwoBuildsOnIt();
        }
    }

    private PraktijkplanVersion withNumber(UUID plan, int number) {
        return versions.find(plan, number).orElseThrow(() -> PraktijkplanRefused.versionNotFound(number));
    }

    private Judged judged(UUID plan, int number) {
        var version = withNumber(plan, number);
        var open = version.state() == PraktijkplanState.DRAFT;
        return new Judged(version, open ? violations(version, base(version)) : List.of());
    }

    /** The first year's version on which a second year builds; none for a first year. */
    private Optional<PraktijkplanVersion> base(PraktijkplanVersion version) {
        return version.plan().year() == ImplementationYear.SECOND
                ? versions.findInForce(version.praktijkplanId(), ImplementationYear.FIRST)
                : Optional.empty();
    }

    private static List<PlanViolation> violations(PraktijkplanVersion version, Optional<PraktijkplanVersion> first) {
        if (version.plan().year() == ImplementationYear.FIRST) {
            return FirstYear.violations(version.plan());
        }
        return first.map(base -> SecondYear.violations(version.plan(), base.plan()))
                .orElse(List.of(SecondYear.FIRST_YEAR_MISSING));
    }
}
