package nl.mtvp.plan.praktijkplan;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.plan.praktijkplan.db.DeadlineRepository;

/**
 * Tells once, by an event, that a practice's plan of a year is overdue (D11). Replicas share the work: each takes the
 * turns of practices that nobody else has; one that submits at the same moment is looked at the next time.
 */
@ApplicationScoped
class OverdueJob {

    static final int BATCH = 500;

    private final Transactions transactions;
    private final DeadlineRepository deadlines;
    private final Events events;
    private final Clock clock;

    OverdueJob(Transactions transactions, DeadlineRepository deadlines, Events events, Clock clock) {
        this.transactions = transactions;
        this.deadlines = deadlines;
        this.events = events;
        this.clock = clock;
    }

    /** Looks for what became overdue, and goes on until all of it is told. */
    @Scheduled(every = "{mtvp.praktijkplan.overdue-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        while (transactions.run(this::tellSome)) {
            // There may be more.
        }
    }

    /** Tells of one batch of practices; false when none was left. */
    private boolean tellSome() {
        var today = LocalDate.now(clock);
        var claimed = deadlines.claim(today, BATCH);
        if (claimed.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        var told = deadlines.tell(claimed, today, now);
        events.publish(told.stream().map(PraktijkplanEvents::overdue).toList(), now);
        return true;
    }
}
