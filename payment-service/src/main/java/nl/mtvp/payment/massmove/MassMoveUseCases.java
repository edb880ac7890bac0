package nl.mtvp.payment.massmove;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.massmove.db.MassMoveRepository;
import nl.mtvp.payment.massmove.domain.FlaggedMove;
import nl.mtvp.payment.massmove.domain.MassMove;
import nl.mtvp.payment.massmove.domain.MoveNotFound;
import org.jdbi.v3.core.Handle;
import org.threeten.extra.YearQuarter;

/** Flags mass moves when a delivery begins to count, shows them, and notes who looked at them (D40). */
@ApplicationScoped
public class MassMoveUseCases {

    private final Transactions transactions;
    private final MassMoveRepository moves;
    private final Clock clock;

    MassMoveUseCases(Transactions transactions, MassMoveRepository moves, Clock clock) {
        this.transactions = transactions;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * Compares a peildatum, whose delivery has just begun to count, with the nearest delivered ones before and after.
     * A move that stands as it stood keeps its acknowledgement; the caller holds the insurer's clock.
     */
    public void flag(Handle tx, Uzovi uzovi, YearQuarter quarter, Instant known) {
        var delivered = moves.delivered(tx, uzovi);
        var before = delivered.lower(quarter);
        var after = delivered.higher(quarter);
        if (before != null) {
            compare(tx, uzovi, before, quarter, known);
        }
        if (after != null) {
            compare(tx, uzovi, quarter, after, known);
        }
    }

    public List<FlaggedMove> list(UUID after, int limit, Uzovi uzovi, YearQuarter quarter, Visibility visibility) {
        return transactions.run(tx -> moves.after(tx, after, limit, uzovi, quarter, visibility));
    }

    /** What has to be acknowledged before a run may be approved. */
    public List<FlaggedMove> inTheWayOf(Handle tx, UUID run) {
        return moves.inTheWayOf(tx, run);
    }

    public FlaggedMove acknowledge(UUID id, String reason, Visibility visibility, Actor person) {
        return transactions.run(tx -> {
            visible(tx, id, visibility).requireOpen();
            moves.acknowledge(tx, id, reason, person.subject(), clock.instant());
            return visible(tx, id, visibility);
        });
    }

    private void compare(Handle tx, Uzovi uzovi, YearQuarter before, YearQuarter after, Instant known) {
        var found = MassMove.between(moves.counts(tx, uzovi, before), moves.counts(tx, uzovi, after));
        var standing = moves.standing(tx, uzovi, after);
        var gone = standing.stream()
                .filter(flagged -> found.stream().noneMatch(move -> flagged.isOf(before, move)))
                .map(FlaggedMove::id)
                .toList();
        var added = found.stream()
                .filter(move -> standing.stream().noneMatch(flagged -> flagged.isOf(before, move)))
                .toList();
        moves.end(tx, gone, known);
        moves.add(tx, uzovi, after, before, added, known);
    }

    private FlaggedMove visible(Handle tx, UUID id, Visibility visibility) {
        return moves.withId(tx, id, visibility).orElseThrow(() -> new MoveNotFound(id));
    }
}
