package nl.mtvp.payment.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.NewEvent;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ledger.db.LedgerRepository;
import nl.mtvp.payment.ledger.db.LedgerRepository.Sum;
import nl.mtvp.payment.ledger.domain.Chain;
import nl.mtvp.payment.ledger.domain.Posting;
import nl.mtvp.payment.ledger.domain.Posting.PostingKind;
import nl.mtvp.payment.ledger.domain.Settlement;
import org.threeten.extra.YearQuarter;

/**
 * Books and seals (D48): the entries of one posting, the digest over them, and last the insurer's clock, the head of its
 * chain, and the event that publishes the head. All in the caller's transaction: what follows should be short.
 */
@ApplicationScoped
public class Booking {

    private final LedgerRepository ledger;
    private final FactClock factClock;
    private final Events events;

    Booking(LedgerRepository ledger, FactClock factClock, Events events) {
        this.ledger = ledger;
        this.factClock = factClock;
        this.events = events;
    }

    /** The event's data: a run was booked, and this is the head of the insurer's chain now. */
    public record RunPosted(UUID runId, Uzovi uzovi, YearQuarter quarter, Euro total, String head) {}

    /**
     * The event's data: balances were settled, and this is the head of the insurer's chain now.
     *
     * @param total what the creditors' balances changed by: below zero when they were paid out
     */
    public record SettlementPosted(
            UUID postingId, Uzovi uzovi, long postingNumber, long entries, Euro total, String head) {}

    /** Books what an approved run proposes. */
    public Posting run(Uzovi uzovi, UUID run, YearQuarter quarter, Instant now) {
        var id = Ids.at(now);
        ledger.book(id, run);
        ledger.sumUp(id, run);
        var sum = ledger.sum(id);
        var posting = seal(uzovi, PostingKind.RUN, run, quarter, id, sum, now);
        var posted = new RunPosted(run, uzovi, quarter, new Euro(sum.totalCents()), posting.head());
        events.publish(new NewEvent("nl.mtvp.run-posted.v1", run.toString(), posted), posting.bookedAt());
        return posting;
    }

    /** Books settlements of one insurer's creditors; the first has number 1. */
    public Posting settlements(Uzovi uzovi, List<Settlement> settlements, Instant now) {
        if (settlements.isEmpty()
                || settlements.stream()
                        .anyMatch(settlement -> !settlement.creditor().uzovi().equals(uzovi))) {
            throw new IllegalArgumentException("a posting settles something, of one insurer");
        }
        var id = Ids.at(now);
        ledger.book(id, YearQuarter.from(now.atZone(SuiteClock.ZONE)), settlements);
        var sum = ledger.sum(id);
        var posting = seal(uzovi, PostingKind.SETTLEMENT, null, null, id, sum, now);
        var posted = new SettlementPosted(
                id, uzovi, posting.number(), sum.entries(), new Euro(sum.totalCents()), posting.head());
        events.publish(new NewEvent("nl.mtvp.settlement-posted.v1", id.toString(), posted), posting.bookedAt());
        return posting;
    }

    private Posting seal(Uzovi uzovi, PostingKind kind, UUID run, YearQuarter quarter, UUID id, Sum sum, Instant now) {
        // From here on nobody else posts for this insurer: the head that is read is the newest.
        var bookedAt = factClock.moment(uzovi, now);
        var last = ledger.head(uzovi);
        var posting = new Posting(
                id,
                uzovi,
                last.getKey() + 1,
                kind,
                run,
                quarter,
                sum.entries(),
                sum.digest(),
                last.getValue(),
                Chain.head(last.getValue(), sum.digest()),
                bookedAt);
        ledger.seal(posting);
        return posting;
    }
}
