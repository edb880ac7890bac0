package nl.mtvp.payment.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.payment.entitlement.db.FactsRepository;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.entitlement.domain.ContractQuarter.Key;
import nl.mtvp.payment.ledger.db.LedgerRepository;
import nl.mtvp.payment.run.db.LineRepository;
import nl.mtvp.payment.run.db.LineRepository.PostedLine;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.Proposal;
import nl.mtvp.payment.run.domain.ProposedLine;
import nl.mtvp.payment.run.domain.ProposedLine.Booked;
import org.threeten.extra.YearQuarter;

/**
 * Computes a proposal in batches of contracts: four queries for each, whatever the number of quarters (D43). It reads
 * facts and ledger as known at the cut-off, so it gives the same whenever it is done. One batch is read and computed
 * while the one before is written.
 */
@ApplicationScoped
class Proposals {

    private static final int CONTRACTS_AT_ONCE = 1_000;

    private final Transactions transactions;
    private final FactsRepository facts;
    private final LedgerRepository ledger;
    private final LineRepository lines;

    Proposals(Transactions transactions, FactsRepository facts, LedgerRepository ledger, LineRepository lines) {
        this.transactions = transactions;
        this.facts = facts;
        this.ledger = ledger;
        this.lines = lines;
    }

    /**
     * Some contracts that follow each other, and their lines.
     *
     * @param after the last contract of the batch before; null in the first
     * @param last the last contract of this one; null when none is left
     */
    record Batch(int contracts, UUID after, UUID last, List<ProposedLine> lines) {}

    /** What ledger and lines posted before say about a contract and quarter, when it is not the same. */
    interface Disagreement {
        void about(ContractQuarter contract, Booked posted, Amounts booked);
    }

    /**
     * @param sink takes the lines, in their order; last of all a batch of nothing
     * @param progress takes how many contracts are done
     */
    Proposal compute(Computation asked, Disagreement disagreement, Consumer<Batch> sink, LongConsumer progress) {
        var proposal = new Proposal(asked.uzovi(), asked.quarter());
        var reader = Executors.newSingleThreadExecutor(work -> {
            var thread = new Thread(work, "computation-reader");
            thread.setDaemon(true);
            return thread;
        });
        try {
            long done = 0;
            var batch = read(reader, asked, null, proposal, disagreement).get();
            while (batch.contracts() > 0) {
                var next = read(reader, asked, batch.last(), proposal, disagreement);
                sink.accept(batch);
                done += batch.contracts();
                progress.accept(done);
                batch = next.get();
            }
            sink.accept(batch);
            return proposal;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a batch of contracts could not be read", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while computing", stopped);
        } finally {
            reader.shutdownNow();
        }
    }

    private Future<Batch> read(
            ExecutorService reader, Computation asked, UUID after, Proposal proposal, Disagreement disagreement) {
        return reader.submit(() -> {
            var read = transactions.job(() -> read(asked, after));
            var proposed = new ArrayList<ProposedLine>(read.contracts().size());
            for (var contract : read.contracts()) {
                try {
                    proposal.see(contract);
                    proposed(contract, read, asked.quarter(), disagreement).ifPresent(proposed::add);
                } catch (ArithmeticException impossible) {
                    throw uncomputable(contract, impossible);
                }
            }
            proposed.forEach(proposal::add);
            return new Batch(read.ids().size(), after, read.last(), proposed);
        });
    }

    private static IllegalStateException uncomputable(ContractQuarter contract, ArithmeticException impossible) {
        var named = new IllegalStateException("contract " + contract.contractId() + " cannot be computed in "
                + contract.facts().quarter() + ": " + impossible.getMessage());
        named.addSuppressed(impossible);
        return named;
    }

    /** What is known and booked about some contracts. */
    private record Read(
            List<UUID> ids, List<ContractQuarter> contracts, Map<Key, PostedLine> posted, Map<Key, Amounts> booked) {

        UUID last() {
            return ids.isEmpty() ? null : ids.get(ids.size() - 1);
        }
    }

    private Read read(Computation asked, UUID after) {
        var contracts = facts.upTo(asked.uzovi(), asked.quarter(), asked.cutOff(), after, CONTRACTS_AT_ONCE);
        var ids = contracts.stream().map(ContractQuarter::contractId).distinct().toList();
        return new Read(ids, contracts, lines.lastPosted(ids, asked.cutOff()), ledger.booked(ids, asked.cutOff()));
    }

    private static Optional<ProposedLine> proposed(
            ContractQuarter contract, Read read, YearQuarter runQuarter, Disagreement disagreement) {
        var key = contract.key();
        var last = read.posted().get(key);
        var amounts = read.booked().get(key);
        var before = last == null ? null : new Booked(last.id(), last.facts(), amounts);
        if (amounts != null && (before == null || !before.agrees())) {
            disagreement.about(contract, before, amounts);
        }
        return ProposedLine.of(contract, before, amounts != null, runQuarter);
    }
}
