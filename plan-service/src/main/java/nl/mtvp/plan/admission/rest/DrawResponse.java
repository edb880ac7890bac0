package nl.mtvp.plan.admission.rest;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.plan.admission.domain.RecordedDraw;

/** A draw of a round from its commitment on; what has not come yet is null, and so is what only a repeated draw has. */
public record DrawResponse(
        int number,
        String commitment,
        Instant committedAt,
        UUID redrawId,
        String redrawReason,
        Instant redrawOrderedAt,
        UUID drawId,
        Instant drawnAt,
        String transcriptHash) {

    static DrawResponse of(RecordedDraw draw) {
        return new DrawResponse(
                draw.number(),
                draw.commitment(),
                draw.committedAt(),
                draw.redrawId(),
                draw.redrawReason(),
                draw.redrawOrderedAt(),
                draw.drawId(),
                draw.drawnAt(),
                draw.transcriptHash());
    }
}
