package nl.mtvp.plan.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.plan.admission.db.RedrawRepository;
import nl.mtvp.plan.admission.db.RoundRepository;
import nl.mtvp.plan.admission.domain.AdmissionRefused;
import nl.mtvp.plan.admission.domain.RecordedDraw;
import nl.mtvp.plan.admission.domain.RoundState;
import nl.mtvp.plan.admission.domain.Transcript;
import nl.mtvp.plan.admission.domain.Transcript.Redraw;

/** Has a draw repeated for a reason, and shows all draws of a round, the repeated ones too (D20). */
@ApplicationScoped
@Transactional
public class RedrawUseCases {

    private final RoundRepository rounds;
    private final RedrawRepository redraws;
    private final Transcripts transcripts;
    private final Clock clock;

    RedrawUseCases(RoundRepository rounds, RedrawRepository redraws, Transcripts transcripts, Clock clock) {
        this.rounds = rounds;
        this.redraws = redraws;
        this.transcripts = transcripts;
        this.clock = clock;
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
