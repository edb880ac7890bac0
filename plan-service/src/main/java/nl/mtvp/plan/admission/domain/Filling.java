package nl.mtvp.plan.admission.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mtvp.plan.admission.domain.Turn.TurnOutcome;

/**
 * Fills a region up to its ceiling (D19): each lot in its turn is admitted if it fits, else it lapses for this round
 * and the next is tried, until none is left. In the last round everybody left fits.
 */
public final class Filling {

    private Filling() {}

    /**
     * @param order the pool's lots in the order of the draw
     * @param withdrawn why lots were withdrawn after the freeze, by lot id
     */
    public static List<Turn> of(Pool pool, List<Lot> order, Map<String, String> withdrawn) {
        var turns = new ArrayList<Turn>();
        long used = pool.usedIon();
        for (var lot : order) {
            var turn = turn(turns.size() + 1, pool, lot, used, withdrawn);
            turns.add(turn);
            used = turn.usedIonAfter();
        }
        return List.copyOf(turns);
    }

    /** The last round's outcome: all lots in the order of the pool, admitted without a draw. */
    public static List<Turn> withoutDraw(Pool pool) {
        if (pool.needsDraw()) {
            throw new IllegalArgumentException("below 100 % there is a draw");
        }
        return of(pool, pool.lots(), Map.of());
    }

    private static Turn turn(int rank, Pool pool, Lot lot, long used, Map<String, String> withdrawn) {
        if (withdrawn.containsKey(lot.id())) {
            return new Turn(rank, lot, TurnOutcome.WITHDRAWN, used, withdrawn.get(lot.id()));
        }
        long with = Math.addExact(used, lot.ion());
        boolean lapses = pool.isExceededBy(with);
        var why = "100 x %d %s %d x %d".formatted(with, lapses ? ">" : "<=", pool.ceilingPercent(), pool.totalIon());
        return lapses
                ? new Turn(rank, lot, TurnOutcome.LAPSED, used, why)
                : new Turn(rank, lot, TurnOutcome.ADMITTED, with, why);
    }
}
