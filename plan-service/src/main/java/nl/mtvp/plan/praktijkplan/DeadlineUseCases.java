package nl.mtvp.plan.praktijkplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.praktijkplan.db.DeadlineRepository;
import nl.mtvp.plan.praktijkplan.db.DeadlineRepository.Filter;
import nl.mtvp.plan.praktijkplan.domain.Deadline;

/** Shows until when admitted practices submit their plans, and who is overdue (D9, D11). */
@ApplicationScoped
@Transactional
public class DeadlineUseCases {

    private final DeadlineRepository deadlines;
    private final Clock clock;

    DeadlineUseCases(DeadlineRepository deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
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
