package nl.mtvp.plan.admission.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.plan.admission.domain.Transcript.Commitment;
import nl.mtvp.plan.admission.domain.Transcript.Drawn;
import nl.mtvp.plan.admission.domain.Transcript.Frozen;
import nl.mtvp.plan.admission.domain.Transcript.Redraw;
import nl.mtvp.plan.admission.domain.Transcript.Withdrawal;
import org.threeten.extra.YearQuarter;

/**
 * A transcript as it is published and, once its round closed, sealed: the SHA-256 of its canonical form (RFC 8785) is
 * the {@code transcriptHash} (D20). docs/draw.md describes each property; a new one would change every hash.
 */
public record PublishedTranscript(
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
        List<TurnLine> turns) {

    /** What became of a lot; {@code cumulativePercent} is cut off after two decimals. */
    public record TurnLine(
            int rank,
            String lotId,
            long ion,
            Turn.TurnOutcome outcome,
            long usedIonAfter,
            String cumulativePercent,
            String why) {}

    public static PublishedTranscript of(Transcript transcript) {
        var round = transcript.round();
        var committed = transcript.commitment();
        var frozen = transcript.frozen();
        var redraw = transcript.redraw();
        var drawn = transcript.drawn();
        return new PublishedTranscript(
                round.id(),
                round.region(),
                round.quarter(),
                round.ceilingPercent(),
                round.preferencesUntil(),
                transcript.state(),
                round.openedAt(),
                round.needsDraw() ? transcript.number() : null,
                orNull(committed, Commitment::digest),
                orNull(committed, given -> given.committed().at()),
                orNull(frozen, Frozen::pool),
                orNull(frozen, Frozen::poolHash),
                orNull(frozen, Frozen::frozenAt),
                orNull(redraw, Redraw::redrawId),
                orNull(redraw, Redraw::reason),
                orNull(redraw, Redraw::orderedAt),
                orNull(drawn, Drawn::drawId),
                orNull(drawn, Drawn::seed),
                orNull(drawn, Drawn::drawnAt),
                transcript.withdrawals(),
                transcript.turns().stream()
                        .map(turn -> line(turn, frozen.pool().totalIon()))
                        .toList());
    }

    public byte[] canonical() {
        return CanonicalJson.bytes(this);
    }

    private static <P, V> V orNull(P part, Function<P, V> value) {
        return Optional.ofNullable(part).map(value).orElse(null);
    }

    private static TurnLine line(Turn turn, long totalIon) {
        var percent = BigDecimal.valueOf(turn.usedIonAfter())
                .scaleByPowerOfTen(2)
                .divide(BigDecimal.valueOf(totalIon), 2, RoundingMode.DOWN);
        return new TurnLine(
                turn.rank(),
                turn.lot().id(),
                turn.lot().ion(),
                turn.outcome(),
                turn.usedIonAfter(),
                percent.toPlainString(),
                turn.why());
    }
}
