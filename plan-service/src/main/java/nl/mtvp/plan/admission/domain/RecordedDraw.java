package nl.mtvp.plan.admission.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A draw of a round, from its commitment on (D20); what has not come yet is null.
 *
 * @param redrawReason why it is repeated, null for the first
 * @param transcriptHash in lower-case hexadecimal
 */
public record RecordedDraw(
        int number,
        String commitment,
        Instant committedAt,
        UUID redrawId,
        String redrawReason,
        Instant redrawOrderedAt,
        UUID drawId,
        Instant drawnAt,
        String transcriptHash) {}
