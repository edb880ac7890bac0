package nl.mtvp.plan.admission.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.function.Supplier;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.MayBeNull;
import nl.mtvp.plan.admission.domain.PublishedTranscript;
import nl.mtvp.plan.admission.domain.Transcript;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * All that anybody needs to recompute a round; docs/draw.md tells how. What has not come yet is null or empty. The pool
 * is, property for property, the object that was hashed, and so is everything but the {@code transcriptHash}.
 */
@JsonPropertyOrder({
    "published",
    "roundId",
    "region",
    "quarter",
    "ceilingPercent",
    "preferencesUntil",
    "state",
    "openedAt",
    "drawNumber",
    "commitment",
    "committedAt",
    "pool",
    "poolHash",
    "frozenAt",
    "redrawId",
    "redrawReason",
    "redrawOrderedAt",
    "drawId",
    "seed",
    "drawnAt",
    "withdrawals",
    "turns",
    "transcriptHash"
})
@MayBeNull({
    "preferencesUntil",
    "frozenAt",
    "pool",
    "poolHash",
    "commitment",
    "committedAt",
    "seed",
    "drawId",
    "drawNumber",
    "drawnAt",
    "redrawId",
    "redrawOrderedAt",
    "redrawReason"
})
public record TranscriptResponse(
        @JsonUnwrapped PublishedTranscript published, @Schema(nullable = true) String transcriptHash) {

    static TranscriptResponse of(Transcript transcript) {
        return new TranscriptResponse(PublishedTranscript.of(transcript), transcript.hash());
    }

    /** What a step made of a round, once for its key. */
    static RestResponse<TranscriptResponse> recorded(Desk desk, Supplier<Transcript> step) {
        return desk.created(
                TranscriptResponse.class,
                () -> of(step.get()),
                made -> "/admission-rounds/" + made.published().roundId() + "/transcript");
    }
}
