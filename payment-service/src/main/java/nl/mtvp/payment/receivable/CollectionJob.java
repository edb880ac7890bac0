package nl.mtvp.payment.receivable;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ledger.Booking;
import nl.mtvp.payment.ledger.db.CreditorRepository;
import nl.mtvp.payment.ledger.domain.EntryCause;
import nl.mtvp.payment.ledger.domain.Settlement;
import nl.mtvp.payment.receivable.domain.Receivables;
import org.jboss.logging.Logger;

/**
 * Hands receivables over for collection that are open for too long (D50), and moves balances to successors first. What is
 * to be done follows from the ledger alone, so replicas may look at the same time and however often: the insurer's clock
 * lets one go first, and the next finds nothing.
 */
@ApplicationScoped
class CollectionJob {

    private static final Logger LOG = Logger.getLogger(CollectionJob.class);

    private final Transactions transactions;
    private final CreditorRepository creditors;
    private final ReceivableUseCases receivables;
    private final Booking booking;
    private final FactClock factClock;
    private final Clock clock;

    CollectionJob(
            Transactions transactions,
            CreditorRepository creditors,
            ReceivableUseCases receivables,
            Booking booking,
            FactClock factClock,
            Clock clock) {
        this.transactions = transactions;
        this.creditors = creditors;
        this.receivables = receivables;
        this.booking = booking;
        this.factClock = factClock;
        this.clock = clock;
    }

    @Scheduled(every = "{mtvp.receivable.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        for (var uzovi : transactions.run(creditors::insurers)) {
            try {
                handOver(uzovi);
            } catch (RuntimeException failure) {
                // The other insurers' receivables must go on; this one's are looked at again next time.
                LOG.errorf(failure, "receivables of insurer %s could not be handed over", uzovi);
            }
        }
    }

    /** One posting with everything of an insurer that is overdue now; none when nothing is. */
    void handOver(Uzovi uzovi) {
        transactions.perform(() -> {
            var now = clock.instant();
            factClock.moment(uzovi, now);
            receivables.moveBalances(uzovi, now);
            var overdue = overdue(uzovi, SuiteClock.day(now));
            if (!overdue.isEmpty()) {
                booking.settlements(uzovi, overdue, now);
            }
        });
    }

    private List<Settlement> overdue(Uzovi uzovi, LocalDate today) {
        var settlements = new ArrayList<Settlement>();
        creditors.movements(creditors.inDebt(uzovi), FactClock.LATEST).forEach((creditor, movements) -> {
            long cents = Receivables.of(movements).overdueCents(today);
            if (cents > 0) {
                settlements.add(new Settlement(creditor, EntryCause.TO_COLLECTION, cents));
            }
        });
        return settlements;
    }
}
