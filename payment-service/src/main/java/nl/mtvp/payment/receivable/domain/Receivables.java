package nl.mtvp.payment.receivable.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.payment.ledger.domain.Movement;
import org.threeten.extra.YearQuarter;

/**
 * What of a creditor's movements is open: what was taken back is first taken from what was not paid out yet, and what is
 * left of it is settled, oldest first, by whatever comes in later (D50). Never are both open: a receivable and a credit.
 *
 * @param open oldest first
 * @param creditCents what is to be paid out
 */
public record Receivables(List<OpenReceivable> open, long creditCents) {

    public Receivables {
        open = List.copyOf(open);
        if (creditCents < 0 || creditCents > 0 && !open.isEmpty()) {
            throw new IllegalArgumentException("a creditor is owed or owes, never both");
        }
    }

    /** @param movements of one creditor, in the order of booking */
    public static Receivables of(List<Movement> movements) {
        var open = new ArrayDeque<OpenReceivable>();
        long credit = 0;
        for (var movement : movements) {
            credit = Math.addExact(credit, movement.cents());
            if (movement.cents() < 0 && credit < 0) {
                open.addLast(opened(movement, Math.negateExact(credit)));
                credit = 0;
            }
            while (credit > 0 && !open.isEmpty()) {
                var oldest = open.removeFirst();
                long rest = oldest.cents() - credit;
                credit = Math.max(0, -rest);
                if (rest > 0) {
                    open.addFirst(
                            new OpenReceivable(oldest.postingId(), oldest.postingNumber(), oldest.bookedAt(), rest));
                }
            }
        }
        return new Receivables(List.copyOf(open), credit);
    }

    private static OpenReceivable opened(Movement movement, long cents) {
        return new OpenReceivable(movement.postingId(), movement.postingNumber(), movement.bookedAt(), cents);
    }

    public long openCents() {
        return open.stream().mapToLong(OpenReceivable::cents).reduce(0, Math::addExact);
    }

    /** What is to be handed over for collection on a day: everything that is open for too long. */
    public long overdueCents(LocalDate day) {
        return open.stream()
                .filter(receivable -> !receivable.collectedFrom().isAfter(day))
                .mapToLong(OpenReceivable::cents)
                .reduce(0, Math::addExact);
    }

    /**
     * What a creditor still owes of what one posting took back (D50).
     *
     * @param cents more than zero
     */
    public record OpenReceivable(UUID postingId, long postingNumber, Instant bookedAt, long cents) {

        /** How many quarters after the one of its posting it may stay open. */
        private static final int QUARTERS_MAX = 4;

        public OpenReceivable {
            if (cents <= 0) {
                throw new IllegalArgumentException("what is open is more than zero");
            }
        }

        public LocalDate bookedOn() {
            return bookedAt.atZone(SuiteClock.ZONE).toLocalDate();
        }

        public YearQuarter bookedIn() {
            return YearQuarter.from(bookedOn());
        }

        /** The day from which it is handed over: after the end of the fourth quarter after that of its posting. */
        public LocalDate collectedFrom() {
            return bookedIn().plusQuarters(QUARTERS_MAX + 1).atDay(1);
        }
    }

    /** No more comes back from collection than is there. */
    public static final class MoreThanInCollection extends DomainFailure {

        public MoreThanInCollection(Euro asked, Euro inCollection) {
            super(
                    Kind.CONFLICT,
                    "more-than-in-collection",
                    asked + " cannot come back: " + inCollection + " of this creditor is in collection (D50)");
        }
    }

    /** One AGB code that follows another under the same KvK number. */
    public record Succession(Agb predecessor, Agb successor) {}
}
