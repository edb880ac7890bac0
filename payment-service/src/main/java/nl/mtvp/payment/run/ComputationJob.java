package nl.mtvp.payment.run;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.ion.ConflictUseCases;
import nl.mtvp.payment.run.db.ComputationRepository;
import nl.mtvp.payment.run.db.LineRepository;
import nl.mtvp.payment.run.db.RunRepository;
import nl.mtvp.payment.run.db.WarningRepository;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.Computation.Kind;
import nl.mtvp.payment.run.domain.Proposal;
import nl.mtvp.payment.run.domain.ProposedLine.Booked;
import nl.mtvp.payment.run.domain.RunState;
import nl.mtvp.payment.run.domain.RunWarning;
import nl.mtvp.payment.run.domain.WarningKind;
import org.jboss.logging.Logger;

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
    private final WarningRepository warnings;
    private final Recomputation recomputations;
    private final ConflictUseCases conflicts;
    private final Clock clock;
    private final Nudge nudge = new Nudge("computation", this::work);

    ComputationJob(
            Transactions transactions,
            ComputationRepository computations,
            Proposals proposals,
            LineRepository lines,
            RunRepository runs,
            WarningRepository warnings,
            Recomputation recomputations,
            ConflictUseCases conflicts,
            Clock clock) {
        this.transactions = transactions;
        this.computations = computations;
        this.proposals = proposals;
        this.lines = lines;
        this.runs = runs;
        this.warnings = warnings;
        this.recomputations = recomputations;
        this.conflicts = conflicts;
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
            transactions.job(() -> {
                claimed[0] = null;
                computations.claim(clock.instant()).ifPresent(computation -> {
                    claimed[0] = computation;
                    if (computation.kind() == Kind.RECOMPUTATION) {
                        recomputations.recompute(computation, done -> tell(computation, done));
                    } else {
                        compute(computation);
                    }
                });
            });
        } catch (Withdrawn nobodyWaits) {
            LOG.infof("run %s was withdrawn while it was computed", claimed[0].id());
        } catch (RuntimeException failure) {
            // Whatever it is, the other insurers' runs must go on; this one is shown with its attempts, and tried
            // again, until it has none left.
            LOG.errorf(failure, "computation %s failed", claimed[0]);
            if (claimed[0] == null) {
                return false;
            }
            transactions.perform(() -> failed(claimed[0], failure));
        }
        return claimed[0] != null;
    }

    private void failed(Computation computation, RuntimeException failure) {
        boolean again = computations.tryAfter(
                computation.id(),
                clock.instant().plus(PAUSE),
                JobFailure.sentence(failure),
                !JobFailure.passes(failure));
        if (!again && computation.kind() == Kind.RUN) {
            runs.fail(computation.runId());
        }
    }

    private void compute(Computation asked) {
        boolean ofRun = asked.kind() == Kind.RUN;
        tell(asked, 0);
        var proposal = proposals.compute(
                asked,
                ComputationJob::disagree,
                batch -> {
                    if (ofRun) {
                        lines.add(asked.runId(), batch.lines(), clock.instant());
                    }
                },
                done -> tell(asked, done));
        var hash = proposal.hash();
        computations.finish(asked.id(), proposal, hash, null, clock.instant());
        warnings.add(asked.id(), proposal.warnings());
        warnings.add(asked.id(), insuredTwice(asked, proposal));
        if (ofRun && !runs.computed(asked.runId(), hash)) {
            throw new Withdrawn();
        }
    }

    /** Of the quarters that money moves for: an older conflict that changes nothing now was looked at then. */
    private List<RunWarning> insuredTwice(Computation asked, Proposal proposal) {
        return conflicts.patients(asked.uzovi(), proposal.quartersWithParts()).entrySet().stream()
                .map(quarter -> RunWarning.found(
                        WarningKind.DOUBLE_INSURANCE, quarter.getKey().toString(), quarter.getValue()))
                .toList();
    }

    /** What the last posted line says is due is what the ledger says is booked: held at both places. */
    private static void disagree(ContractQuarter contract, Booked posted, Amounts booked) {
        throw new IllegalStateException("ledger and posted lines disagree on contract " + contract.contractId() + " in "
                + contract.facts().quarter());
    }

    private void tell(Computation asked, long done) {
        boolean wanted = transactions.apart(() -> {
            computations.progress(asked, done);
            return asked.kind() != Kind.RUN || runs.isIn(asked.runId(), RunState.COMPUTING);
        });
        if (!wanted) {
            throw new Withdrawn();
        }
    }

    /** Somebody withdrew the run: what is computed so far is dropped with the transaction. */
    private static final class Withdrawn extends RuntimeException {}
}
