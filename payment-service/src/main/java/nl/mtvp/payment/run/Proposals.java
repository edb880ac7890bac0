package nl.mtvp.payment.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import nl.mtvp.payment.entitlement.db.FactsRepository;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.ledger.db.LedgerRepository;
import nl.mtvp.payment.ledger.db.LedgerRepository.Key;
import nl.mtvp.payment.run.db.LineRepository;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.Proposal;
import nl.mtvp.payment.run.domain.ProposedLine;
import nl.mtvp.payment.run.domain.ProposedLine.Booked;
import org.jdbi.v3.core.Handle;

/**
 * Computes a proposal in batches of contracts: four queries for each, whatever the number of quarters (D43). It reads
 * facts and ledger as known at the cut-off, so it gives the same whenever it is done.
 */
@ApplicationScoped
class Proposals {

    private static final int CONTRACTS_AT_ONCE = 500;

    private final FactsRepository facts;
    private final LedgerRepository ledger;
    private final LineRepository lines;

    Proposals(FactsRepository facts, LedgerRepository ledger, LineRepository lines) {
        this.facts = facts;
        this.ledger = ledger;
        this.lines = lines;
    }

    /**
     * @param sink takes the lines, in their order
     * @param progress takes how many contracts are done
     */
    Proposal compute(Handle tx, Computation asked, Consumer<List<ProposedLine>> sink, LongConsumer progress) {
        var proposal = new Proposal(asked.uzovi(), asked.quarter());
        long done = 0;
        UUID after = null;
        List<ContractQuarter> batch;
        do {
            batch = facts.upTo(tx, asked.uzovi(), asked.quarter(), asked.cutOff(), after, CONTRACTS_AT_ONCE);
            var contracts =
                    batch.stream().map(ContractQuarter::contractId).distinct().toList();
            var proposed = proposed(tx, asked, batch, contracts);
            proposed.forEach(proposal::add);
            sink.accept(proposed);
            done += contracts.size();
            progress.accept(done);
            after = batch.isEmpty() ? null : batch.get(batch.size() - 1).contractId();
        } while (!batch.isEmpty());
        return proposal;
    }

    private List<ProposedLine> proposed(
            Handle tx, Computation asked, List<ContractQuarter> batch, List<UUID> contracts) {
        var posted = lines.lastPosted(tx, contracts, asked.cutOff());
        var booked = ledger.booked(tx, contracts, asked.cutOff());
        var proposed = new ArrayList<ProposedLine>();
        for (var contract : batch) {
            var key = new Key(contract.contractId(), contract.facts().quarter());
            var last = posted.get(key);
            var amounts = booked.get(key);
            var before = last == null ? null : new Booked(last.id(), last.facts(), amounts);
            ProposedLine.of(contract, before, amounts != null, asked.quarter()).ifPresent(proposed::add);
        }
        return proposed;
    }
}
