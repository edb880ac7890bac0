package nl.mtvp.payment.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ledger.db.LedgerRepository;
import nl.mtvp.payment.ledger.domain.Chain;
import nl.mtvp.payment.ledger.domain.Chain.Break;
import nl.mtvp.payment.ledger.domain.EntryPosition;
import nl.mtvp.payment.ledger.domain.EntryQuery;
import nl.mtvp.payment.ledger.domain.InsurerNotVisible;
import nl.mtvp.payment.ledger.domain.LedgerEntry;
import nl.mtvp.payment.ledger.domain.Posting;

/** Reads the ledger as known at a moment, and verifies its chain (D47, D48, D54). */
@ApplicationScoped
public class LedgerUseCases {

    private final Transactions transactions;
    private final LedgerRepository ledger;
    private final FactClock factClock;
    private final Clock clock;

    LedgerUseCases(Transactions transactions, LedgerRepository ledger, FactClock factClock, Clock clock) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.factClock = factClock;
        this.clock = clock;
    }

    /** What verifying an insurer's chain showed. */
    public record Verification(Uzovi uzovi, long postings, long entries, String head, List<Break> breaks) {}

    public List<LedgerEntry> entries(EntryQuery asked, EntryPosition after, int limit, Visibility visibility) {
        return transactions.run(tx -> {
            var knownAt = factClock.asKnownAt(tx, asked.uzovi(), asked.knownAt(), clock.instant());
            var known = new EntryQuery(
                    asked.uzovi(),
                    asked.agb(),
                    asked.quarter(),
                    asked.cause(),
                    asked.ofLines(),
                    asked.bookedFrom(),
                    asked.bookedUntil(),
                    knownAt);
            return ledger.entries(tx, known, after, limit, visibility);
        });
    }

    public List<Posting> postings(Uzovi uzovi, Instant knownAt, UUID after, int limit, Visibility visibility) {
        return transactions.run(tx -> {
            var known = factClock.asKnownAt(tx, uzovi, knownAt, clock.instant());
            return ledger.postings(tx, uzovi, known, after, limit, visibility);
        });
    }

    /**
     * Recomputes an insurer's chain from its entries.
     *
     * @param publishedHead a head that was published, which must stand in the chain; may be null
     */
    public Verification verify(Uzovi uzovi, String publishedHead, Visibility visibility) {
        if (!visibility.everything() && !visibility.insurers().contains(uzovi)) {
            throw new InsurerNotVisible(uzovi);
        }
        return transactions.run(tx -> {
            var postings = ledger.recomputed(tx, uzovi);
            var head = postings.isEmpty()
                    ? Chain.GENESIS
                    : postings.get(postings.size() - 1).posting().head();
            long entries =
                    postings.stream().mapToLong(Chain.Recomputed::entries).sum();
            return new Verification(uzovi, postings.size(), entries, head, Chain.breaks(postings, publishedHead));
        });
    }
}
