package nl.mtvp.payment.run;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.NewEvent;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ledger.db.LedgerRepository;
import nl.mtvp.payment.ledger.domain.Chain;
import nl.mtvp.payment.ledger.domain.Posting;
import nl.mtvp.payment.run.db.RunRepository;
import nl.mtvp.payment.run.domain.PaymentRun;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.threeten.extra.YearQuarter;

/**
 * Posts approved runs (D46, D48): one transaction books the proposal, digests it, and seals it with the insurer's clock
 * and chain. Killed at any point, it has done nothing, and the next replica does it.
 */
@ApplicationScoped
class PostingJob {

    private static final Logger LOG = Logger.getLogger(PostingJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final RunRepository runs;
    private final LedgerRepository ledger;
    private final FactClock factClock;
    private final Events events;
    private final Clock clock;

    PostingJob(
            Transactions transactions,
            RunRepository runs,
            LedgerRepository ledger,
            FactClock factClock,
            Events events,
            Clock clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.ledger = ledger;
        this.factClock = factClock;
        this.events = events;
        this.clock = clock;
    }

    /** The event's data: a run was booked, and this is the head of the insurer's chain now. */
    public record RunPosted(UUID runId, Uzovi uzovi, YearQuarter quarter, Euro total, String head) {}

    /** Looks for work every second, and goes on until none is left. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        boolean more;
        do {
            more = workOne();
        } while (more);
    }

    /** Claims one piece of work and does it; false when none was waiting. */
    boolean workOne() {
        var claimed = new UUID[1];
        try {
            transactions.perform(tx -> {
                claimed[0] = null;
                runs.claim(tx, clock.instant()).ifPresent(run -> {
                    claimed[0] = run.id();
                    post(tx, run);
                });
            });
        } catch (RuntimeException failure) {
            // Whatever it is, the other insurers' runs must go on; this one is shown with its attempts, and tried
            // again.
            LOG.errorf(failure, "run %s could not be posted", claimed[0]);
            if (claimed[0] == null) {
                return false;
            }
            var id = claimed[0];
            transactions.perform(tx -> runs.tryAfter(tx, id, clock.instant().plus(PAUSE)));
        }
        return claimed[0] != null;
    }

    private void post(Handle tx, PaymentRun run) {
        var now = clock.instant();
        var id = Ids.at(now);
        var sum = ledger.book(tx, id, run.id());
        // From here on nobody else posts for this insurer: the head that is read is the newest.
        var bookedAt = factClock.moment(tx, run.uzovi(), now);
        var last = ledger.head(tx, run.uzovi());
        var head = Chain.head(last.getValue(), sum.digest());
        ledger.seal(
                tx,
                new Posting(
                        id,
                        run.uzovi(),
                        last.getKey() + 1,
                        run.id(),
                        run.quarter(),
                        sum.entries(),
                        sum.digest(),
                        last.getValue(),
                        head,
                        bookedAt));
        runs.posted(tx, run.id(), bookedAt);
        var posted = new RunPosted(run.id(), run.uzovi(), run.quarter(), new Euro(sum.totalCents()), head);
        events.publish(tx, new NewEvent("nl.mtvp.run-posted.v1", run.id().toString(), posted), bookedAt);
    }
}
