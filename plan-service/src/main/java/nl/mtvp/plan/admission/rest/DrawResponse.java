package nl.mtvp.plan.admission.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.plan.admission.domain.RecordedDraw;

/** A draw of a round from its commitment on; what has not come yet is null, and so is what only a repeated draw has. */
@JsonPropertyOrder({
    "number",
    "commitment",
    "committedAt",
    "redrawId",
    "redrawReason",
    "redrawOrderedAt",
    "drawId",
    "drawnAt",
    "transcriptHash"
})
public record DrawResponse(@JsonUnwrapped RecordedDraw draw) {}
