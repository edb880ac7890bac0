package nl.mtvp.payment.massmove.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import org.threeten.extra.YearQuarter;

/**
 * A mass move as it was flagged (D40), and who looked at it.
 *
 * @param quarter whose peildatum the practice's ION changed on
 * @param comparedWith the quarter of the nearest earlier peildatum with a delivery
 * @param knownUntil when newer deliveries said otherwise; null while it stands
 * @param reason what was found; null while nobody acknowledged it
 */
public record FlaggedMove(
        UUID id,
        Uzovi uzovi,
        YearQuarter quarter,
        YearQuarter comparedWith,
        Agb agb,
        long ionBefore,
        long ionAfter,
        Instant knownFrom,
        Instant knownUntil,
        String reason,
        Optional<Deed> acknowledged) {

    public boolean isOf(YearQuarter compared, MassMove move) {
        return comparedWith.equals(compared)
                && agb.equals(move.agb())
                && ionBefore == move.ionBefore()
                && ionAfter == move.ionAfter();
    }

    /** @throws MoveRefused if it stands no more, or somebody acknowledged it */
    public void requireOpen() {
        if (knownUntil != null) {
            throw MoveRefused.replaced(id, knownUntil);
        }
        if (acknowledged.isPresent()) {
            throw MoveRefused.acknowledged(id);
        }
    }

    /**
     * A practice whose ION changed so much between two peildata that somebody has to look at it: by more than 25 % and by
     * more than 50 patients (D40). A practice that is not delivered has none.
     */
    public record MassMove(Agb agb, long ionBefore, long ionAfter) {

        private static final long PATIENTS = 50;
        /** More than 25 %: four times the change is more than what there was. */
        private static final long PARTS = 4;

        public MassMove {
            if (!isOne(ionBefore, ionAfter)) {
                throw new IllegalArgumentException(ionBefore + " to " + ionAfter + " is no mass move");
            }
        }

        /** The moves between the counts of two peildata, in the order of AGB codes. */
        public static List<MassMove> between(Map<Agb, Long> before, Map<Agb, Long> after) {
            var practices = new TreeSet<>(before.keySet());
            practices.addAll(after.keySet());
            var moves = new ArrayList<MassMove>();
            for (var agb : practices) {
                long ionBefore = before.getOrDefault(agb, 0L);
                long ionAfter = after.getOrDefault(agb, 0L);
                if (isOne(ionBefore, ionAfter)) {
                    moves.add(new MassMove(agb, ionBefore, ionAfter));
                }
            }
            return moves;
        }

        static boolean isOne(long ionBefore, long ionAfter) {
            long change = Math.abs(ionAfter - ionBefore);
            return change > PATIENTS && PARTS * change > ionBefore;
        }
    }
}
