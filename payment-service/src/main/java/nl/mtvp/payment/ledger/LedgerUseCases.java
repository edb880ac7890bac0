package nl.mtvp.payment.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ledger.db.EntryExport;
import nl.mtvp.payment.ledger.db.HistoryRepository;
import nl.mtvp.payment.ledger.domain.Chain.Break;
import nl.mtvp.payment.ledger.domain.EntryQuery;
import nl.mtvp.payment.ledger.domain.EntryQuery.ExportFormat;
import nl.mtvp.payment.ledger.domain.LedgerEntry;
import nl.mtvp.payment.ledger.domain.Posting;

/** Reads the ledger as known at a moment, exports it, and verifies its chain (D47, D48, D54). */
@ApplicationScoped
public class LedgerUseCases {

    private final Transactions transactions;
    private final HistoryRepository history;
    private final EntryExport export;
    private final ChainVerification verification;
    private final FactClock factClock;
    private final Clock clock;

    LedgerUseCases(
            Transactions transactions,
            HistoryRepository history,
            EntryExport export,
            ChainVerification verification,
            FactClock factClock,
            Clock clock) {
        this.transactions = transactions;
        this.history = history;
        this.export = export;
        this.verification = verification;
        this.factClock = factClock;
        this.clock = clock;
    }

    /** What verifying an insurer's chain showed. */
    public record Verification(Uzovi uzovi, long postings, long entries, String head, List<Break> breaks) {}

    /** Which columns an export has: those of the entries' pages, or of the payments'. */
    public enum View {
        ENTRIES,
        PAYMENTS
    }

    @Transactional
    public Page<LedgerEntry> entries(EntryQuery asked, Instant knownAt, Visibility visibility, PageRequest page) {
        return history.listEntries(asked, known(asked.uzovi(), knownAt), visibility, page);
    }

    /** Prepares the whole of a selection; whoever asked for it writes it once. */
    public Consumer<OutputStream> export(
            EntryQuery asked, Instant knownAt, View view, ExportFormat format, Visibility visibility) {
        // Asked beforehand and in a transaction of its own: the insurer's clock is not held while lines go out.
        var known = known(asked.uzovi(), knownAt);
        var columns = view == View.ENTRIES ? EntryExport.ENTRIES : EntryExport.PAYMENTS;
        return to -> transactions.job(() -> export.write(asked, known, visibility, columns, format, to));
    }

    @Transactional
    Instant known(Uzovi uzovi, Instant knownAt) {
        return factClock.asKnownAt(uzovi, knownAt, clock.instant());
    }

    @Transactional
    public Page<Posting> postings(Uzovi uzovi, Instant knownAt, Visibility visibility, PageRequest page) {
        return history.listPostings(uzovi, known(uzovi, knownAt), visibility, page);
    }

    /**
     * Recomputes an insurer's chain from its entries.
     *
     * @param publishedHead a head that was published, which must stand in the chain; may be null
     */
    public Verification verify(Uzovi uzovi, String publishedHead, Visibility visibility) {
        if (!visibility.everything() && !visibility.insurers().contains(uzovi)) {
            throw new NotFound("insurer-not-found", "there is no insurer " + uzovi + " whose books you may see");
        }
        return verification.of(uzovi, publishedHead);
    }
}
