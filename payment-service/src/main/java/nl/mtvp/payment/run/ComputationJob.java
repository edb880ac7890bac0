package nl.mtvp.payment.run;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.payment.run.db.ComputationRepository;
import nl.mtvp.payment.run.db.LineRepository;
import nl.mtvp.payment.run.db.RunRepository;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.RunState;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Computes proposals (D43, D46): one transaction claims a computation, writes its lines, and ends it. Killed at any
 * point, nothing of it is there, and the next replica computes it anew. How far it is, is told from transactions apart.
 */
@ApplicationScoped
class ComputationJob {

    private static final Logger LOG = Logger.getLogger(ComputationJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final ComputationRepository computations;
    private final Proposals proposals;
    private final LineRepository lines;
    private final RunRepository runs;
    private final Clock clock;
    private final Nudge nudge = new Nudge("computation", this::work);

    ComputationJob(
            Transactions transactions,
            ComputationRepository computations,
            Proposals proposals,
            LineRepository lines,
            RunRepository runs,
            Clock clock) {
        this.transactions = transactions;
        this.computations = computations;
        this.proposals = proposals;
        this.lines = lines;
        this.runs = runs;
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
        var claimed = new Computation[1];
        try {
            transactions.perform(tx -> {
                claimed[0] = null;
                computations.claim(tx, clock.instant()).ifPresent(computation -> {
                    claimed[0] = computation;
                    computeRun(tx, computation);
                });
            });
        } catch (Withdrawn nobodyWaits) {
            LOG.infof("run %s was withdrawn while it was computed", claimed[0].id());
        } catch (RuntimeException failure) {
            // Whatever it is, the other insurers' runs must go on; this one is shown with its attempts, and tried
            // again.
            LOG.errorf(failure, "computation %s failed", claimed[0]);
            if (claimed[0] == null) {
                return false;
            }
            var id = claimed[0].id();
            var sentence = JobFailure.sentence(failure);
            transactions.perform(
                    tx -> computations.tryAfter(tx, id, clock.instant().plus(PAUSE), sentence));
        }
        return claimed[0] != null;
    }

    private void computeRun(Handle tx, Computation asked) {
        long contracts = computations.contracts(tx, asked);
        tell(asked, contracts, 0);
        var proposal = proposals.compute(
                tx,
                asked,
                proposed -> lines.add(tx, asked.runId(), proposed, clock.instant()),
                done -> tell(asked, contracts, done));
        var hash = proposal.hash();
        computations.finish(tx, asked.id(), proposal, hash, clock.instant());
        if (!runs.computed(tx, asked.runId(), hash)) {
            throw new Withdrawn();
        }
    }

    private void tell(Computation asked, long contracts, long done) {
        boolean wanted = transactions.apart(apart -> {
            computations.progress(apart, asked.id(), contracts, done);
            return runs.isIn(apart, asked.runId(), RunState.COMPUTING);
        });
        if (!wanted) {
            throw new Withdrawn();
        }
    }

    /** Somebody withdrew the run: what is computed so far is dropped with the transaction. */
    private static final class Withdrawn extends RuntimeException {}
}
