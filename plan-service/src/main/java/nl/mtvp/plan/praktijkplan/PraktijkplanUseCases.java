package nl.mtvp.plan.praktijkplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.praktijkplan.db.DeadlineRepository;
import nl.mtvp.plan.praktijkplan.db.DeadlineRepository.Filter;
import nl.mtvp.plan.praktijkplan.db.PraktijkplanRepository;
import nl.mtvp.plan.praktijkplan.db.PraktijkplanVersionRepository;
import nl.mtvp.plan.praktijkplan.db.ProgressRepository;
import nl.mtvp.plan.praktijkplan.domain.Deadline;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanFilter;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanRefused;
import nl.mtvp.plan.praktijkplan.domain.Progress;

/**
 * Opens praktijkplannen, shows them to those whom they concern, with until when they are submitted (D9, D11), and takes down
 * their progress (D13).
 */
@ApplicationScoped
@Transactional
public class PraktijkplanUseCases {

    private final PraktijkplanRepository plans;
    private final PraktijkplanVersionRepository versions;
    private final ProgressRepository progress;
    private final DeadlineRepository deadlines;
    private final Clock clock;

    PraktijkplanUseCases(
            PraktijkplanRepository plans,
            PraktijkplanVersionRepository versions,
            ProgressRepository progress,
            DeadlineRepository deadlines,
            Clock clock) {
        this.plans = plans;
        this.versions = versions;
        this.progress = progress;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Praktijkplan create(Agb agb, Actor actor) {
        var now = clock.instant();
        var id = Ids.at(now);
        plans.add(id, agb, actor, now);
        return plans.visible(id, LocalDate.now(clock), Visibility.EVERYTHING).orElseThrow();
    }

    public Praktijkplan plan(UUID id, Visibility visibility) {
        return plans.visible(id, LocalDate.now(clock), visibility).orElseThrow(() -> PraktijkplanRefused.notFound(id));
    }

    public Page<Praktijkplan> plans(PraktijkplanFilter filter, Visibility visibility, PageRequest asked) {
        return plans.visible(filter, LocalDate.now(clock), visibility, asked);
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
        return progress.entries(plan, asked);
    }

    /** A deadline as it stands today. */
    public record Standing(Deadline deadline, Deadline.State state) {}

    public Page<Standing> deadlines(String region, Agb agb, boolean overdue, Visibility visibility, PageRequest asked) {
        var filter = new Filter(region, agb, null, overdue);
        var today = LocalDate.now(clock);
        return deadlines
                .visible(filter, today, visibility, asked)
                .map(deadline -> new Standing(deadline, deadline.state(today)));
    }
}
