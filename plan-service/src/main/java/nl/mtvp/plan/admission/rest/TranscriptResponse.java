package nl.mtvp.plan.admission.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.plan.admission.domain.Pool;
import nl.mtvp.plan.admission.domain.PublishedTranscript;
import nl.mtvp.plan.admission.domain.PublishedTranscript.TurnLine;
import nl.mtvp.plan.admission.domain.RoundState;
import nl.mtvp.plan.admission.domain.Transcript;
import nl.mtvp.plan.admission.domain.Transcript.Withdrawal;
import org.threeten.extra.YearQuarter;

/**
 * All that anybody needs to recompute a round; docs/draw.md tells how. What has not come yet is null or empty. The pool
 * is, property for property, the object that was hashed, and so is everything but the {@code transcriptHash}.
 */
public record TranscriptResponse(
        UUID roundId,
        String region,
        YearQuarter quarter,
        int ceilingPercent,
        LocalDate preferencesUntil,
        RoundState state,
        Instant openedAt,
        Integer drawNumber,
        String commitment,
        Instant committedAt,
        Pool pool,
        String poolHash,
        Instant frozenAt,
        UUID redrawId,
        String redrawReason,
        Instant redrawOrderedAt,
        UUID drawId,
        String seed,
        Instant drawnAt,
        List<Withdrawal> withdrawals,
        List<TurnLine> turns,
        String transcriptHash) {

    static TranscriptResponse of(Transcript transcript) {
        var published = PublishedTranscript.of(transcript);
        return new TranscriptResponse(
                published.roundId(),
                published.region(),
                published.quarter(),
                published.ceilingPercent(),
                published.preferencesUntil(),
                published.state(),
                published.openedAt(),
                published.drawNumber(),
                published.commitment(),
                published.committedAt(),
                published.pool(),
                published.poolHash(),
                published.frozenAt(),
                published.redrawId(),
                published.redrawReason(),
                published.redrawOrderedAt(),
                published.drawId(),
                published.seed(),
                published.drawnAt(),
                published.withdrawals(),
                published.turns(),
                transcript.hash());
    }
}
