package nl.mtvp.payment.receivable;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.payment.ledger.Booking;
import nl.mtvp.payment.ledger.db.CreditorRepository;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.ledger.domain.EntryCause;
import nl.mtvp.payment.ledger.domain.Settlement;
import nl.mtvp.payment.receivable.db.ReceivableRepository;

/** Moves open balances of a practice's old AGB code to the one that succeeds it, under one KvK number only (D50). */
@ApplicationScoped
public class Successions {

    private final ReceivableRepository receivables;
    private final CreditorRepository creditors;
    private final Booking booking;

    Successions(ReceivableRepository receivables, CreditorRepository creditors, Booking booking) {
        this.receivables = receivables;
        this.creditors = creditors;
        this.booking = booking;
    }

    /** Moves what is to be moved; whoever calls holds the insurer's clock. One posting for each pair of codes. */
    public void move(Uzovi uzovi, Instant now) {
        var pairs = receivables.successions(uzovi, SuiteClock.day(now));
        var owed = creditors.owed(pairs.stream()
                .flatMap(pair -> Stream.of(pair.predecessor(), pair.successor()))
                .map(agb -> new Creditor(uzovi, agb, null))
                .collect(Collectors.toSet()));
        for (var pair : pairs) {
            var old = new Creditor(uzovi, pair.predecessor(), null);
            long balance = owed.getOrDefault(old, 0L);
            if (balance != 0) {
                var successor = new Creditor(uzovi, pair.successor(), null);
                // What came this way goes on, where the successor has one by now.
                owed.put(old, 0L);
                owed.merge(successor, balance, Long::sum);
                var settlements = List.of(
                        new Settlement(old, EntryCause.SUCCESSION, -balance),
                        new Settlement(successor, EntryCause.SUCCESSION, balance));
                booking.settlements(uzovi, settlements, now);
            }
        }
    }
}
