package nl.mtvp.payment.run;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.payment.ledger.Booking;
import nl.mtvp.payment.run.db.RunRepository;
import nl.mtvp.payment.run.domain.PaymentRun;
import org.jboss.logging.Logger;

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
    private final Booking booking;
    private final Clock clock;
    private final Nudge nudge = new Nudge("posting", this::work);

    PostingJob(Transactions transactions, RunRepository runs, Booking booking, Clock clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.booking = booking;
        this.clock = clock;
    }

    /** Looks for work every second, and goes on until none is left. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        boolean more;
        do {
            more = workOne();
        } while (more);
    }

    /** Looks for work at once. */
    void soon() {
        nudge.soon();
    }

    @PreDestroy
    void stop() {
        nudge.close();
    }

    /** Claims one piece of work and does it; false when none was waiting. */
    boolean workOne() {
        var claimed = new UUID[1];
        try {
            transactions.job(() -> {
                claimed[0] = null;
                runs.claim(clock.instant()).ifPresent(run -> {
                    claimed[0] = run.id();
                    post(run);
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
            transactions.perform(() -> runs.tryAfter(id, clock.instant().plus(PAUSE), JobFailure.sentence(failure)));
        }
        return claimed[0] != null;
    }

    private void post(PaymentRun run) {
        var posting = booking.run(run.uzovi(), run.id(), run.quarter(), clock.instant());
        runs.posted(run.id(), posting.bookedAt());
    }
}
