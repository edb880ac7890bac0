package nl.mtvp.plan.admission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.plan.admission.db.DrawRepository;
import nl.mtvp.plan.admission.db.PoolRepository;
import nl.mtvp.plan.admission.db.RoundRepository;
import nl.mtvp.plan.admission.domain.Round;
import nl.mtvp.plan.admission.domain.RoundNotFound;
import nl.mtvp.plan.admission.domain.Transcript;
import nl.mtvp.plan.admission.domain.Transcript.Drawn;
import nl.mtvp.plan.admission.domain.Transcript.Frozen;
import nl.mtvp.plan.admission.domain.Turn;
import nl.mtvp.plan.region.db.RegionRepository;
import org.jdbi.v3.core.Handle;

/** Puts together what is recorded of a round (D20). */
@ApplicationScoped
class Transcripts {

    private final RegionRepository regions;
    private final RoundRepository rounds;
    private final PoolRepository pools;
    private final DrawRepository draws;

    Transcripts(RegionRepository regions, RoundRepository rounds, PoolRepository pools, DrawRepository draws) {
        this.regions = regions;
        this.rounds = rounds;
        this.pools = pools;
        this.draws = draws;
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

    Transcript of(Handle tx, Round round) {
        var frozen = pools.frozen(tx, round).orElse(null);
        if (frozen == null) {
            var commitment = rounds.commitment(tx, round.id()).orElse(null);
            return new Transcript(round, commitment, null, null, List.of(), List.of());
        }
        requireUnchanged(frozen);
        var drawn = draws.drawn(tx, round.id()).orElse(null);
        return new Transcript(
                round,
                rounds.commitment(tx, round.id()).orElse(null),
                frozen,
                drawn,
                pools.withdrawals(tx, round.id()),
                turns(tx, frozen, drawn));
    }

    private List<Turn> turns(Handle tx, Frozen frozen, Drawn drawn) {
        return draws.turns(tx, frozen.pool(), drawn == null ? null : drawn.drawId());
    }

    private static void requireUnchanged(Frozen frozen) {
        if (!Digests.hex(frozen.pool().hash()).equals(frozen.poolHash())) {
            throw new IllegalStateException(
                    "the pool of round " + frozen.pool().roundId() + " is not the one that was frozen");
        }
    }
}
