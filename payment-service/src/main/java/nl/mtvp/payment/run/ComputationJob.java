package nl.mtvp.payment.run;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.job.ClaimedWork;
import nl.mtvp.kernel.job.ClaimedWork.Failure;
import nl.mtvp.kernel.job.ClaimedWork.Unwanted;
import nl.mtvp.kernel.job.Nudge;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.ion.ConflictUseCases;
import nl.mtvp.payment.ledger.db.LedgerRepository;
import nl.mtvp.payment.run.Proposals.Batch;
import nl.mtvp.payment.run.db.ComputationRepository;
import nl.mtvp.payment.run.db.LineRepository;
import nl.mtvp.payment.run.db.RunRepository;
import nl.mtvp.payment.run.domain.Comparison;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.Computation.Kind;
import nl.mtvp.payment.run.domain.Proposal;
import nl.mtvp.payment.run.domain.ProposedLine.Booked;
import nl.mtvp.payment.run.domain.RunRefused;
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

    private final ClaimedWork work;
    private final Transactions transactions;
    private final ComputationRepository computations;
    private final Proposals proposals;
    private final LineRepository lines;
    private final RunRepository runs;
    private final LedgerRepository ledger;
    private final ConflictUseCases conflicts;
    private final Clock clock;
    private final Nudge nudge = new Nudge("computation", this::work);

    ComputationJob(
            ClaimedWork work,
            Transactions transactions,
            ComputationRepository computations,
            Proposals proposals,
            LineRepository lines,
            RunRepository runs,
            LedgerRepository ledger,
            ConflictUseCases conflicts,
            Clock clock) {
        this.work = work;
        this.transactions = transactions;
        this.computations = computations;
        this.proposals = proposals;
        this.lines = lines;
        this.runs = runs;
        this.ledger = ledger;
        this.conflicts = conflicts;
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
        return work.one(computations::claim, this::compute, this::failed);
    }

    private void compute(Computation asked) {
        if (asked.kind() == Kind.RECOMPUTATION) {
            recompute(asked);
        } else {
            propose(asked);
        }
    }

    /** It is shown with its attempts, and tried again until it has none left. */
    private void failed(Computation computation, Failure failure) {
        LOG.errorf(failure.cause(), "computation %s failed", computation);
        boolean again =
                computations.tryAfter(computation.id(), failure.tryAfter(), failure.sentence(), !failure.passes());
        if (!again && computation.kind() == Kind.RUN) {
            runs.fail(computation.runId());
        }
    }

    private void propose(Computation asked) {
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
        runs.addWarnings(asked.id(), proposal.warnings());
        runs.addWarnings(asked.id(), insuredTwice(asked, proposal));
        if (ofRun && !runs.computed(asked.runId(), hash)) {
            throw withdrawn(asked);
        }
    }

    /**
     * Computes a run once more, from the facts and the ledger as they were known at its cut-off, and compares each line, and
     * each entry once it is posted, with what was kept. Batch by batch: it holds no run in memory.
     */
    private void recompute(Computation asked) {
        var run = runs.find(asked.runId(), Visibility.EVERYTHING).orElseThrow(() -> RunRefused.notFound(asked.runId()));
        var comparison = new Comparison(run.state() == RunState.POSTED);
        tell(asked, 0);
        var proposal = proposals.compute(
                asked,
                (contract, posted, booked) -> {
                    // In another thread than the comparing of lines.
                    synchronized (comparison) {
                        comparison.booksDisagree(
                                contract,
                                booked.toString(),
                                posted == null ? null : posted.due().toString());
                    }
                },
                batch -> compare(asked, batch, comparison),
                done -> tell(asked, done));
        computations.finish(asked.id(), proposal, proposal.hash(), comparison.differences(), clock.instant());
        computations.differences(asked.id(), comparison);
    }

    private void compare(Computation asked, Batch batch, Comparison comparison) {
        var kept = lines.ofRun(asked.runId(), batch.after(), batch.last());
        var entries = ledger.ofRun(asked.runId(), batch.after(), batch.last());
        synchronized (comparison) {
            comparison.compare(batch.lines(), kept, entries);
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
            throw withdrawn(asked);
        }
    }

    /** Somebody withdrew the run: what is computed so far is dropped with the transaction. */
    private static Unwanted withdrawn(Computation asked) {
        LOG.infof("run %s was withdrawn while it was computed", asked.runId());
        return new Unwanted();
    }
}
