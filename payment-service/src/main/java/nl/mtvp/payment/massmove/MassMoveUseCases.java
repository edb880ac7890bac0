package nl.mtvp.payment.massmove;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.massmove.db.MassMoveRepository;
import nl.mtvp.payment.massmove.domain.FlaggedMove;
import nl.mtvp.payment.massmove.domain.FlaggedMove.MassMove;
import nl.mtvp.payment.massmove.domain.MoveRefused;
import org.threeten.extra.YearQuarter;

/** Flags mass moves when a delivery begins to count, shows them, and notes who looked at them (D40). */
@ApplicationScoped
@Transactional
public class MassMoveUseCases {

    private final MassMoveRepository moves;
    private final Clock clock;

    MassMoveUseCases(MassMoveRepository moves, Clock clock) {
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * Compares a peildatum, whose delivery has just begun to count, with the nearest delivered ones before and after.
     * A move that stands as it stood keeps its acknowledgement; the caller holds the insurer's clock.
     */
    public void flag(Uzovi uzovi, YearQuarter quarter, Instant known) {
        var delivered = moves.delivered(uzovi);
        var before = delivered.lower(quarter);
        var after = delivered.higher(quarter);
        if (before != null) {
            compare(uzovi, before, quarter, known);
        }
        if (after != null) {
            compare(uzovi, quarter, after, known);
        }
    }

    public Page<FlaggedMove> list(Uzovi uzovi, YearQuarter quarter, Visibility visibility, PageRequest asked) {
        return moves.list(uzovi, quarter, visibility, asked);
    }

    /** What has to be acknowledged before a run may be approved. */
    public List<FlaggedMove> inTheWayOf(UUID run) {
        return moves.inTheWayOf(run);
    }

    public FlaggedMove acknowledge(UUID id, String reason, Visibility visibility, Actor person) {
        moves.locked(id, visibility).orElseThrow(() -> MoveRefused.notFound(id)).requireOpen();
        moves.acknowledge(id, reason, person.at(clock.instant()));
        return visible(id, visibility);
    }

    private void compare(Uzovi uzovi, YearQuarter before, YearQuarter after, Instant known) {
        var found = MassMove.between(moves.counts(uzovi, before), moves.counts(uzovi, after));
        var standing = moves.standing(uzovi, after);
        var gone = standing.stream()
                .filter(flagged -> found.stream().noneMatch(move -> flagged.isOf(before, move)))
                .map(FlaggedMove::id)
                .toList();
        var added = found.stream()
                .filter(move -> standing.stream().noneMatch(flagged -> flagged.isOf(before, move)))
                .toList();
        moves.end(gone, known);
        moves.add(uzovi, after, before, added, known);
    }

    private FlaggedMove visible(UUID id, Visibility visibility) {
        return moves.find(id, visibility).orElseThrow(() -> MoveRefused.notFound(id));
    }
}
