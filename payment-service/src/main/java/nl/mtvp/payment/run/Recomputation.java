package nl.mtvp.payment.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.LongConsumer;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.payment.ledger.db.LedgerRepository;
import nl.mtvp.payment.run.Proposals.Batch;
import nl.mtvp.payment.run.db.ComputationRepository;
import nl.mtvp.payment.run.db.LineRepository;
import nl.mtvp.payment.run.db.RunRepository;
import nl.mtvp.payment.run.domain.Comparison;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.RunRefused;
import nl.mtvp.payment.run.domain.RunState;

/**
 * Computes a run once more, from the facts and the ledger as they were known at its cut-off, and compares each line, and
 * each entry once it is posted, with what was kept. Batch by batch: it holds no run in memory.
 */
@ApplicationScoped
class Recomputation {

    private final Proposals proposals;
    private final ComputationRepository computations;
    private final RunRepository runs;
    private final LineRepository lines;
    private final LedgerRepository ledger;
    private final Clock clock;

    Recomputation(
            Proposals proposals,
            ComputationRepository computations,
            RunRepository runs,
            LineRepository lines,
            LedgerRepository ledger,
            Clock clock) {
        this.proposals = proposals;
        this.computations = computations;
        this.runs = runs;
        this.lines = lines;
        this.ledger = ledger;
        this.clock = clock;
    }

    void recompute(Computation asked, LongConsumer progress) {
        var run =
                runs.withId(asked.runId(), Visibility.EVERYTHING).orElseThrow(() -> RunRefused.notFound(asked.runId()));
        var comparison = new Comparison(run.state() == RunState.POSTED);
        progress.accept(0);
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
                progress);
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
}
