package nl.mtvp.plan.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.plan.admission.db.DrawRepository;
import nl.mtvp.plan.admission.db.PoolRepository;
import nl.mtvp.plan.admission.db.RedrawRepository;
import nl.mtvp.plan.admission.db.RoundRepository;
import nl.mtvp.plan.admission.domain.AdmissionRefused;
import nl.mtvp.plan.admission.domain.RecordedDraw;
import nl.mtvp.plan.admission.domain.RoundState;
import nl.mtvp.plan.admission.domain.Seed;
import nl.mtvp.plan.admission.domain.Transcript;
import nl.mtvp.plan.admission.domain.Transcript.Drawn;
import nl.mtvp.plan.admission.domain.Transcript.Redraw;
import nl.mtvp.plan.admission.domain.Transcript.Withdrawal;

/**
 * Takes a frozen round to its draw: lots step back, the notary reveals the seed, lots have their turns (D19, D20). Has a
 * draw repeated for a reason, and shows all draws of a round.
 */
@ApplicationScoped
@Transactional
public class DrawUseCases {

    private final PoolRepository pools;
    private final DrawRepository draws;
    private final Transcripts transcripts;
    private final Admissions admissions;
    private final RoundRepository rounds;
    private final RedrawRepository redraws;
    private final Clock clock;

    DrawUseCases(
            PoolRepository pools,
            DrawRepository draws,
            Transcripts transcripts,
            Admissions admissions,
            RoundRepository rounds,
            RedrawRepository redraws,
            Clock clock) {
        this.pools = pools;
        this.draws = draws;
        this.transcripts = transcripts;
        this.admissions = admissions;
        this.rounds = rounds;
        this.redraws = redraws;
        this.clock = clock;
    }

    /** The lot stays in the pool and its hash, and is skipped: the order of the others does not change. */
    public Transcript withdrawLot(UUID id, String lotId, String reason, Actor actor) {
        var transcript = transcripts.taken(id);
        transcript.require(RoundState.FROZEN);
        if (transcript.frozen().pool().lots().stream().noneMatch(lot -> lot.id().equals(lotId))) {
            throw AdmissionRefused.lotNotFound(lotId);
        }
        if (transcript.withdrawnLots().containsKey(lotId)) {
            throw AdmissionRefused.lotWithdrawn(lotId);
        }
        pools.withdraw(id, transcript.number(), new Withdrawal(lotId, reason, clock.instant()), actor);
        return transcripts.of(transcript.round());
    }

    public Transcript draw(UUID id, Seed seed, Actor notary) {
        var transcript = transcripts.taken(id);
        transcript.require(RoundState.FROZEN);
        var commitment = transcript.commitment().digest();
        if (!seed.matches(HexFormat.of().parseHex(commitment))) {
            throw new InvalidInput(Fault.inBody(
                    "/seed", "seed-does-not-match", "D20: its SHA-256 is not the commitment " + commitment));
        }
        var now = clock.instant();
        var drawn = new Drawn(Ids.at(now), HexFormat.of().formatHex(seed.bytes()), now);
        var redraw = transcript.redraw();
        draws.add(id, transcript.number(), redraw, drawn, commitment, notary);
        var turns = transcript.turnsWith(seed);
        return admissions.admit(transcript.round(), drawn.drawId(), redraw, turns, notary, now);
    }

    /** The round is frozen again, over the same pool; what the last draw admitted stands until the next one. */
    public Transcript order(UUID id, String reason, Actor actor) {
        var transcript = transcripts.taken(id);
        if (!transcript.round().needsDraw()) {
            throw AdmissionRefused.noDrawNeeded();
        }
        transcript.require(RoundState.CLOSED);
        rounds.requireLatest(transcript.round());
        int number = transcript.number() + 1;
        var commitment = rounds.commitment(id, number).orElseThrow(AdmissionRefused::redrawCommitmentNeeded);
        if (commitment.committedBy().equals(actor.subject())) {
            throw AdmissionRefused.notaryDoesNotOrder();
        }
        var now = clock.instant();
        redraws.add(id, number, new Redraw(Ids.at(now), reason, now), commitment.committedBy(), actor);
        return transcripts.of(transcript.round());
    }

    public Page<RecordedDraw> draws(UUID id, PageRequest asked) {
        return redraws.draws(transcripts.round(id).id(), asked);
    }

    public Transcript transcript(UUID id, int number) {
        return transcripts.withDraw(id, number);
    }
}
