package nl.mtvp.payment.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.export.db.ExportRepository;
import nl.mtvp.payment.export.domain.ExportQuery;
import nl.mtvp.payment.export.domain.ExportQuery.Exported;
import nl.mtvp.payment.export.domain.ExportQuery.ExportedChain;
import nl.mtvp.payment.fact.db.FactClock;

/**
 * What an auditor takes away, to compute everything again. All parts of an export are as known at one moment, which is
 * final before anything is told: so they fit together whenever each is asked for, and are the same when asked for again.
 */
@ApplicationScoped
public class ExportUseCases {

    private final Transactions transactions;
    private final ExportRepository exports;
    private final FactClock factClock;
    private final Clock clock;

    ExportUseCases(Transactions transactions, ExportRepository exports, FactClock factClock, Clock clock) {
        this.transactions = transactions;
        this.exports = exports;
        this.factClock = factClock;
        this.clock = clock;
    }

    /** As known at a moment that is final from now on, for all insurers that are seen: that asked for, or this one. */
    @Transactional
    public ExportQuery fixed(ExportQuery asked, Visibility visibility) {
        var now = clock.instant();
        var knownAt = asked.knownAt() == null ? now : asked.knownAt();
        if (asked.uzovi() != null || visibility.everything()) {
            factClock.asKnownAt(asked.uzovi(), knownAt, now);
        } else {
            visibility.insurers().stream()
                    .sorted(Comparator.comparing(Uzovi::code))
                    .forEach(uzovi -> factClock.asKnownAt(uzovi, knownAt, now));
        }
        return new ExportQuery(asked.uzovi(), knownAt);
    }

    /** As it is recorded by now when no moment is asked for, which is no moment to come back to. */
    public ExportQuery fixedOrLatest(ExportQuery asked, Visibility visibility) {
        return asked.knownAt() == null ? new ExportQuery(asked.uzovi(), FactClock.LATEST) : fixed(asked, visibility);
    }

    /** @param asked is fixed */
    @Transactional
    public List<ExportedChain> chains(ExportQuery asked, Visibility visibility) {
        return exports.chains(asked, visibility);
    }

    /**
     * Tells one kind of data, line by line. Each takes a connection to the database for as long as the reader needs.
     *
     * @param asked is fixed
     */
    public void tell(Exported data, ExportQuery asked, Visibility visibility, Consumer<String> sink) {
        transactions.job(() -> exports.tell(data, asked, visibility, sink));
    }
}
