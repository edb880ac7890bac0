package nl.mtvp.payment.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.entitlement.db.FactsRepository;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ledger.db.LedgerRepository;
import nl.mtvp.payment.ledger.db.LedgerRepository.Key;
import nl.mtvp.payment.run.db.LineRepository;
import nl.mtvp.payment.run.domain.ProposalDigest;
import nl.mtvp.payment.run.domain.ProposedLine;
import nl.mtvp.payment.run.domain.ProposedLine.Booked;
import org.jdbi.v3.core.Handle;
import org.threeten.extra.YearQuarter;

/** Computes a run's proposal in batches of contracts: four queries for each, whatever the number of quarters (D43). */
@ApplicationScoped
class Proposals {

    private static final int CONTRACTS_AT_ONCE = 500;

    private final FactsRepository facts;
    private final LedgerRepository ledger;
    private final LineRepository lines;
    private final Clock clock;

    Proposals(FactsRepository facts, LedgerRepository ledger, LineRepository lines, Clock clock) {
        this.facts = facts;
        this.ledger = ledger;
        this.lines = lines;
        this.clock = clock;
    }

    /** Stores the proposed lines and gives the proposal's hash. */
    String compute(Handle tx, UUID run, Uzovi uzovi, YearQuarter quarter, Instant cutOff) {
        var digest = new ProposalDigest(uzovi, quarter);
        UUID after = null;
        List<ContractQuarter> batch;
        do {
            batch = facts.upTo(tx, uzovi, quarter, cutOff, after, CONTRACTS_AT_ONCE);
            var proposed = proposed(tx, batch, quarter);
            proposed.forEach(digest::add);
            lines.add(tx, run, proposed, clock.instant());
            after = batch.isEmpty() ? null : batch.get(batch.size() - 1).contractId();
        } while (!batch.isEmpty());
        return digest.hex();
    }

    private List<ProposedLine> proposed(Handle tx, List<ContractQuarter> batch, YearQuarter quarter) {
        var contracts =
                batch.stream().map(ContractQuarter::contractId).distinct().toList();
        var posted = lines.lastPosted(tx, contracts);
        var booked = ledger.booked(tx, contracts, FactClock.LATEST);
        var proposed = new ArrayList<ProposedLine>();
        for (var contract : batch) {
            var key = new Key(contract.contractId(), contract.facts().quarter());
            var last = posted.get(key);
            var amounts = booked.get(key);
            var before = last == null ? null : new Booked(last.id(), last.facts(), amounts);
            ProposedLine.of(contract, before, amounts != null, quarter).ifPresent(proposed::add);
        }
        return proposed;
    }
}
