package nl.mtvp.plan.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.NewEvent;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.plan.admission.db.AdmissionRepository;
import nl.mtvp.plan.admission.db.DrawRepository;
import nl.mtvp.plan.admission.db.PoolRepository;
import nl.mtvp.plan.admission.db.RoundRepository;
import nl.mtvp.plan.admission.domain.AdmissionRefused;
import nl.mtvp.plan.admission.domain.PublishedTranscript;
import nl.mtvp.plan.admission.domain.Round;
import nl.mtvp.plan.admission.domain.Transcript;
import nl.mtvp.plan.admission.domain.Transcript.Redraw;
import nl.mtvp.plan.admission.domain.Turn;
import nl.mtvp.plan.region.db.RegionRepository;

/**
 * Puts together what is recorded of a round and its draws (D20). Records the outcome of a round: the turn of each lot, the seal
 * of its transcript, and who is admitted, with an event for each of them (D20, D21). A repeated draw replaces what the one
 * before admitted, and tells what differs.
 */
@ApplicationScoped
class Transcripts {

    private final RegionRepository regions;
    private final RoundRepository rounds;
    private final PoolRepository pools;
    private final DrawRepository draws;
    private final AdmissionRepository admissions;
    private final Events events;

    Transcripts(
            RegionRepository regions,
            RoundRepository rounds,
            PoolRepository pools,
            DrawRepository draws,
            AdmissionRepository admissions,
            Events events) {
        this.regions = regions;
        this.rounds = rounds;
        this.pools = pools;
        this.draws = draws;
        this.admissions = admissions;
        this.events = events;
    }

    Round round(UUID id) {
        return rounds.find(id).orElseThrow(() -> AdmissionRefused.roundNotFound(id));
    }

    /** The transcript of a round whose region's turn to change is ours from here on. */
    Transcript taken(UUID id) {
        var round = round(id);
        regions.locked(round.region()).orElseThrow();
        return of(round);
    }

    /** The round as it stands: with its last draw. */
    Transcript of(Round round) {
        return with(round, draws.number(round.id()));
    }

    /** The round with one of its draws, which stays as it was when it is repeated. */
    Transcript withDraw(UUID id, int number) {
        var round = round(id);
        if (!round.needsDraw() || number < 1 || number > draws.number(id)) {
            throw AdmissionRefused.drawNotFound(number);
        }
        return with(round, number);
    }

    /** @param draw null when the round had none; @param redraw null unless the draw repeats another */
    Transcript admit(Round round, UUID draw, Redraw redraw, List<Turn> turns, Deed closed) {
        draws.addTurns(round.id(), draw, turns);
        var canonical = PublishedTranscript.of(of(round)).canonical();
        var hash = Digests.hex(Digests.sha256(canonical));
        draws.seal(round.id(), draw, new String(canonical, UTF_8), hash, closed.at());
        var withdrawn = redraw == null
                ? Stream.<NewEvent>empty()
                : withdrawn(round, draw, "drawn again: " + redraw.reason(), closed);
        var admitted = admissions.admit(round.id(), draw, closed.at()).stream()
                .map(admission -> AdmissionEvents.admitted(admission, hash));
        events.publish(Stream.concat(withdrawn, admitted).toList(), closed.at());
        return of(round);
    }

    private Transcript with(Round round, int number) {
        var id = round.id();
        var commitment = rounds.findCommitment(id, number).orElse(null);
        var frozen = pools.find(round).orElse(null);
        if (frozen == null) {
            return new Transcript(round, number, commitment, null, null, null, List.of(), List.of(), null);
        }
        if (!Digests.hex(frozen.pool().hash()).equals(frozen.poolHash())) {
            throw new IllegalStateException("the pool of round " + id + " is not the one that was frozen");
        }
        var drawn = draws.find(id, number).orElse(null);
        boolean closed = drawn != null || !round.needsDraw();
        var drawId = drawn == null ? null : drawn.drawId();
        return new Transcript(
                round,
                number,
                commitment,
                frozen,
                draws.findRedraw(id, number).orElse(null),
                drawn,
                pools.withdrawals(id, number),
                closed ? draws.turns(frozen.pool(), drawId) : List.of(),
                closed ? draws.findHash(id, drawId).orElse(null) : null);
    }

    private Stream<NewEvent> withdrawn(Round round, UUID draw, String reason, Deed deed) {
        return admissions.withdrawOthers(round.id(), draw, reason, deed).stream()
                .map(admission -> AdmissionEvents.withdrawn(admission, reason));
    }
}
