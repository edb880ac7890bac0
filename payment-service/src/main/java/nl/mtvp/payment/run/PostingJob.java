package nl.mtvp.payment.run;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import nl.mtvp.kernel.job.ClaimedWork;
import nl.mtvp.kernel.job.ClaimedWork.Failure;
import nl.mtvp.kernel.job.Nudge;
import nl.mtvp.payment.ledger.Booking;
import nl.mtvp.payment.run.db.RunRepository;
import nl.mtvp.payment.run.domain.PaymentRun;
import org.jboss.logging.Logger;

/**
 * Posts approved runs (D46, D48): one transaction books the proposal, digests it, and seals it with the insurer's clock
 * and chain.
 */
@ApplicationScoped
class PostingJob {

    private static final Logger LOG = Logger.getLogger(PostingJob.class);

    private final ClaimedWork work;
    private final RunRepository runs;
    private final Booking booking;
    private final Clock clock;
    private final Nudge nudge = new Nudge("posting", this::work);

    PostingJob(ClaimedWork work, RunRepository runs, Booking booking, Clock clock) {
        this.work = work;
        this.runs = runs;
        this.booking = booking;
        this.clock = clock;
    }

    /** Looks for work every second, and goes on until none is left. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        while (workOne()) {}
    }

    /** Looks for work at once. */
    void soon() {
        nudge.soon();
    }

    @PreDestroy
    void stop() {
        nudge.close();
    }

    boolean workOne() {
        return work.one(runs::claim, this::post, this::failed);
    }

    private void post(PaymentRun run) {
        var posting = booking.run(run.uzovi(), run.id(), run.quarter(), clock.instant());
        runs.posted(run.id(), posting.bookedAt());
    }

    private void failed(PaymentRun run, Failure failure) {
        LOG.errorf(failure.cause(), "run %s could not be posted", run.id());
        runs.tryAfter(run.id(), failure.tryAfter(), failure.sentence());
    }
}
