package nl.mtvp.plan.praktijkplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.plan.catalogue.db.InterventionRepository;
import nl.mtvp.plan.praktijkplan.db.DeadlineRepository;
import nl.mtvp.plan.praktijkplan.db.PraktijkplanRepository;
import nl.mtvp.plan.praktijkplan.db.PraktijkplanVersionRepository;
import nl.mtvp.plan.praktijkplan.db.PraktijkplanVersionRepository.NewVersion;
import nl.mtvp.plan.praktijkplan.domain.Differences;
import nl.mtvp.plan.praktijkplan.domain.FirstYear;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import nl.mtvp.plan.praktijkplan.domain.NewerVersionWritten;
import nl.mtvp.plan.praktijkplan.domain.PlannedLines;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanNotFound;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanRefused;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanState;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanSubmitted;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanVersion;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanVersionNotFound;
import nl.mtvp.plan.praktijkplan.domain.RegioplanMovedOn;
import nl.mtvp.plan.praktijkplan.domain.RegioplanNeeded;
import nl.mtvp.plan.praktijkplan.domain.SecondYear;
import nl.mtvp.plan.praktijkplan.domain.VersionLine;
import nl.mtvp.plan.praktijkplan.domain.Violation;
import nl.mtvp.plan.praktijkplan.domain.YearOneFirst;
import nl.mtvp.plan.praktijkplan.domain.YearTwoBuildsOnIt;
import nl.mtvp.plan.regioplan.db.RegioplanRepository;
import org.jdbi.v3.core.Handle;

/** Writes and submits versions of praktijkplannen, each for one year of the growth model (D8-D11, D13). */
@ApplicationScoped
public class PraktijkplanVersionUseCases {

    private final Transactions transactions;
    private final PraktijkplanRepository plans;
    private final PraktijkplanVersionRepository versions;
    private final DeadlineRepository deadlines;
    private final RegioplanRepository regioplannen;
    private final InterventionRepository interventions;
    private final Events events;
    private final Clock clock;

    PraktijkplanVersionUseCases(
            Transactions transactions,
            PraktijkplanRepository plans,
            PraktijkplanVersionRepository versions,
            DeadlineRepository deadlines,
            RegioplanRepository regioplannen,
            InterventionRepository interventions,
            Events events,
            Clock clock) {
        this.transactions = transactions;
        this.plans = plans;
        this.versions = versions;
        this.deadlines = deadlines;
        this.regioplannen = regioplannen;
        this.interventions = interventions;
        this.events = events;
        this.clock = clock;
    }

    /** A version with what keeps it from being submitted; nothing when it was. */
    public record Judged(PraktijkplanVersion version, List<Violation> violations) {}

    /** Two versions and what differs between them. */
    public record Compared(PraktijkplanVersion from, PraktijkplanVersion to, Differences differences) {}

    /** A new version, numbered after the newest, as a draft under the regioplan in force. */
    public Judged add(Praktijkplan plan, ImplementationYear year, List<PlannedLines.Line> lines, Actor actor) {
        return transactions.run(tx -> {
            plans.take(tx, plan.agb());
            var codes = lines.stream().map(PlannedLines.Line::code).toList();
            PlannedLines.check(lines, interventions.withCodes(tx, codes), LocalDate.now(clock));
            var regioplan = regioplannen
                    .versionInForce(tx, plan.region())
                    .orElseThrow(() -> new RegioplanNeeded(plan.region()));
            var now = clock.instant();
            int number = versions.newest(tx, plan.id()) + 1;
            versions.add(tx, new NewVersion(Ids.at(now), plan.id(), number, year, regioplan), lines, actor, now);
            return judged(tx, plan.id(), number);
        });
    }

    /** Takes a version into force for its year when it meets the growth model; the day decides whether it is late. */
    public Judged submit(UUID id, int number, Visibility visibility, Actor actor) {
        return transactions.run(tx -> {
            var plan = plan(tx, id, visibility);
            plans.take(tx, plan.agb());
            var version = withNumber(tx, id, number);
            requireInTurn(tx, plan, version);
            var first = base(tx, version);
            if (version.plan().year() == ImplementationYear.SECOND && first.isEmpty()) {
                throw new YearOneFirst();
            }
            var violations = violations(version, first);
            if (!violations.isEmpty()) {
                throw new PraktijkplanRefused(violations);
            }
            var now = clock.instant();
            var today = LocalDate.now(clock);
            versions.submit(tx, version, first.map(PraktijkplanVersion::number).orElse(null), actor, now, today);
            var submitted = judged(tx, id, number);
            var deadline = deadlines.of(tx, plan.agb(), version.plan().year(), today);
            events.publish(tx, PraktijkplanEvents.submitted(plan, submitted.version(), today, deadline), now);
            return submitted;
        });
    }

    public Judged version(UUID plan, int number, Visibility visibility) {
        return transactions.run(tx -> {
            plan(tx, plan, visibility);
            return judged(tx, plan, number);
        });
    }

    public List<VersionLine> versions(UUID plan, Visibility visibility, int after, int limit) {
        return transactions.run(tx -> {
            plan(tx, plan, visibility);
            return versions.lines(tx, plan, after, limit);
        });
    }

    /** What changed from one version to another, of whichever years. */
    public Compared differences(UUID plan, int from, int to, Visibility visibility) {
        return transactions.run(tx -> {
            plan(tx, plan, visibility);
            var before = withNumber(tx, plan, from);
            var after = withNumber(tx, plan, to);
            return new Compared(before, after, Differences.between(before.plan(), after.plan()));
        });
    }

    private Praktijkplan plan(Handle tx, UUID id, Visibility visibility) {
        return plans.visible(tx, id, LocalDate.now(clock), visibility).orElseThrow(() -> new PraktijkplanNotFound(id));
    }

    private void requireInTurn(Handle tx, Praktijkplan plan, PraktijkplanVersion version) {
        var year = version.plan().year();
        if (version.state() != PraktijkplanState.DRAFT) {
            throw new PraktijkplanSubmitted(version.number());
        }
        int newest = versions.newest(tx, plan.id(), year);
        if (version.number() != newest) {
            throw new NewerVersionWritten(version.number(), newest);
        }
        if (!regioplannen
                .versionInForce(tx, plan.region())
                .filter(version.regioplanVersionId()::equals)
                .isPresent()) {
            throw new RegioplanMovedOn();
        }
        if (year == ImplementationYear.FIRST
                && versions.inForce(tx, plan.id(), ImplementationYear.SECOND).isPresent()) {
            throw new YearTwoBuildsOnIt();
        }
    }

    private PraktijkplanVersion withNumber(Handle tx, UUID plan, int number) {
        return versions.withNumber(tx, plan, number).orElseThrow(() -> new PraktijkplanVersionNotFound(number));
    }

    private Judged judged(Handle tx, UUID plan, int number) {
        var version = withNumber(tx, plan, number);
        var open = version.state() == PraktijkplanState.DRAFT;
        return new Judged(version, open ? violations(version, base(tx, version)) : List.of());
    }

    /** The first year's version on which a second year builds; none for a first year. */
    private Optional<PraktijkplanVersion> base(Handle tx, PraktijkplanVersion version) {
        return version.plan().year() == ImplementationYear.SECOND
                ? versions.inForce(tx, version.praktijkplanId(), ImplementationYear.FIRST)
                : Optional.empty();
    }

    private static List<Violation> violations(PraktijkplanVersion version, Optional<PraktijkplanVersion> first) {
        if (version.plan().year() == ImplementationYear.FIRST) {
            return FirstYear.violations(version.plan());
        }
        return first.map(base -> SecondYear.violations(version.plan(), base.plan()))
                .orElse(List.of(SecondYear.FIRST_YEAR_MISSING));
    }
}
