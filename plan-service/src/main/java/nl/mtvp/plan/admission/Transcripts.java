package nl.mtvp.plan.admission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.plan.admission.db.DrawRepository;
import nl.mtvp.plan.admission.db.PoolRepository;
import nl.mtvp.plan.admission.db.RedrawRepository;
import nl.mtvp.plan.admission.db.RoundRepository;
import nl.mtvp.plan.admission.domain.DrawNotFound;
import nl.mtvp.plan.admission.domain.Round;
import nl.mtvp.plan.admission.domain.RoundNotFound;
import nl.mtvp.plan.admission.domain.Transcript;
import nl.mtvp.plan.admission.domain.Transcript.Frozen;
import nl.mtvp.plan.region.db.RegionRepository;
import org.jdbi.v3.core.Handle;

/** Puts together what is recorded of a round and its draws (D20). */
@ApplicationScoped
class Transcripts {

    private final RegionRepository regions;
    private final RoundRepository rounds;
    private final PoolRepository pools;
    private final DrawRepository draws;
    private final RedrawRepository redraws;

    Transcripts(
            RegionRepository regions,
            RoundRepository rounds,
            PoolRepository pools,
            DrawRepository draws,
            RedrawRepository redraws) {
        this.regions = regions;
        this.rounds = rounds;
        this.pools = pools;
        this.draws = draws;
        this.redraws = redraws;
    }

    Round round(Handle tx, UUID id) {
        return rounds.withId(tx, id).orElseThrow(() -> new RoundNotFound(id));
    }

    /** The transcript of a round whose region's turn to change is ours from here on. */
    Transcript taken(Handle tx, UUID id) {
        var round = round(tx, id);
        regions.take(tx, round.region());
        return of(tx, round);
    }

    /** The round as it stands: with its last draw. */
    Transcript of(Handle tx, Round round) {
        return with(tx, round, redraws.number(tx, round.id()));
    }

    /** The round with one of its draws, which stays as it was when it is repeated. */
    Transcript withDraw(Handle tx, UUID id, int number) {
        var round = round(tx, id);
        if (!round.needsDraw() || number < 1 || number > redraws.number(tx, id)) {
            throw new DrawNotFound(number);
        }
        return with(tx, round, number);
    }

    private Transcript with(Handle tx, Round round, int number) {
        var id = round.id();
        var commitment = rounds.commitment(tx, id, number).orElse(null);
        var frozen = pools.frozen(tx, round).orElse(null);
        if (frozen == null) {
            return new Transcript(round, number, commitment, null, null, null, List.of(), List.of(), null);
        }
        requireUnchanged(frozen);
        var drawn = draws.drawn(tx, id, number).orElse(null);
        boolean closed = drawn != null || !round.needsDraw();
        var drawId = drawn == null ? null : drawn.drawId();
        return new Transcript(
                round,
                number,
                commitment,
                frozen,
                redraws.redraw(tx, id, number).orElse(null),
                drawn,
                pools.withdrawals(tx, id, number),
                closed ? draws.turns(tx, frozen.pool(), drawId) : List.of(),
                closed ? redraws.hash(tx, id, drawId).orElse(null) : null);
    }

    private static void requireUnchanged(Frozen frozen) {
        if (!Digests.hex(frozen.pool().hash()).equals(frozen.poolHash())) {
            throw new IllegalStateException(
                    "the pool of round " + frozen.pool().roundId() + " is not the one that was frozen");
        }
    }
}
