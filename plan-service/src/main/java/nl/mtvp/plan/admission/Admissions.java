package nl.mtvp.plan.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.NewEvent;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.plan.admission.db.AdmissionRepository;
import nl.mtvp.plan.admission.db.DrawRepository;
import nl.mtvp.plan.admission.domain.PublishedTranscript;
import nl.mtvp.plan.admission.domain.Round;
import nl.mtvp.plan.admission.domain.Transcript;
import nl.mtvp.plan.admission.domain.Transcript.Redraw;
import nl.mtvp.plan.admission.domain.Turn;

/**
 * Records the outcome of a round: the turn of each lot, the seal of its transcript, and who is admitted, with an event
 * for each of them (D20, D21). A repeated draw replaces what the one before admitted, and tells what differs.
 */
@ApplicationScoped
class Admissions {

    private final DrawRepository draws;
    private final AdmissionRepository admissions;
    private final Transcripts transcripts;
    private final Events events;

    Admissions(DrawRepository draws, AdmissionRepository admissions, Transcripts transcripts, Events events) {
        this.draws = draws;
        this.admissions = admissions;
        this.transcripts = transcripts;
        this.events = events;
    }

    /** @param draw null when the round had none; @param redraw null unless the draw repeats another */
    Transcript admit(Round round, UUID draw, Redraw redraw, List<Turn> turns, Actor actor, Instant now) {
        draws.addTurns(round.id(), draw, turns);
        var canonical = PublishedTranscript.of(transcripts.of(round)).canonical();
        var hash = Digests.hex(Digests.sha256(canonical));
        draws.seal(round.id(), draw, new String(canonical, UTF_8), hash, now);
        var withdrawn = redraw == null
                ? Stream.<NewEvent>empty()
                : withdrawn(round, draw, "drawn again: " + redraw.reason(), actor, now);
        var admitted = admissions.admit(round.id(), draw, now).stream()
                .map(admission -> AdmissionEvents.admitted(admission, hash));
        events.publish(Stream.concat(withdrawn, admitted).toList(), now);
        return transcripts.of(round);
    }

    private Stream<NewEvent> withdrawn(Round round, UUID draw, String reason, Actor actor, Instant now) {
        return admissions.withdrawOthers(round.id(), draw, reason, actor, now).stream()
                .map(admission -> AdmissionEvents.withdrawn(admission, reason));
    }
}
