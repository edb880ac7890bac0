package nl.mtvp.payment.massmove.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.mtvp.kernel.identity.Agb;

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
