package nl.mtvp.plan.admission.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.admission.domain.Lot;
import nl.mtvp.plan.admission.domain.Pool;
import nl.mtvp.plan.admission.domain.RoundState;
import nl.mtvp.plan.admission.domain.Transcript;
import nl.mtvp.plan.admission.domain.Transcript.Commitment;
import nl.mtvp.plan.admission.domain.Transcript.Drawn;
import nl.mtvp.plan.admission.domain.Transcript.Frozen;
import nl.mtvp.plan.admission.domain.Turn;
import org.threeten.extra.YearQuarter;

/**
 * All that anybody needs to recompute a round; docs/draw.md tells how. What has not come yet is null or empty. The pool
 * is, property for property, the object that was hashed.
 */
public record TranscriptResponse(
        UUID roundId,
        String region,
        YearQuarter quarter,
        int ceilingPercent,
        RoundState state,
        Instant openedAt,
        String commitment,
        Instant committedAt,
        PoolResponse pool,
        String poolHash,
        Instant frozenAt,
        UUID drawId,
        String seed,
        Instant drawnAt,
        List<WithdrawalResponse> withdrawals,
        List<TurnResponse> turns) {

    /** What was frozen. */
    public record PoolResponse(
            UUID roundId,
            String region,
            YearQuarter quarter,
            int ceilingPercent,
            long totalIon,
            long usedIon,
            List<LotResponse> lots) {}

    /** A lot of the pool. */
    public record LotResponse(String id, Lot.Kind kind, long ion, List<MemberResponse> members) {}

    /** A practice in a lot, with its ION at the freeze. */
    public record MemberResponse(Agb agb, long ion) {}

    /** A lot withdrawn between freeze and draw. */
    public record WithdrawalResponse(String lotId, String reason, Instant withdrawnAt) {}

    /** What became of a lot; {@code cumulativePercent} is cut off after two decimals. */
    public record TurnResponse(
            int rank,
            String lotId,
            long ion,
            Turn.Outcome outcome,
            long usedIonAfter,
            String cumulativePercent,
            String why) {}

    static TranscriptResponse of(Transcript transcript) {
        var round = transcript.round();
        var commitment = transcript.commitment() == null ? new Commitment(null, null, null) : transcript.commitment();
        var frozen = transcript.frozen() == null ? new Frozen(null, null, null) : transcript.frozen();
        var drawn = transcript.drawn() == null ? new Drawn(null, null, null) : transcript.drawn();
        return new TranscriptResponse(
                round.id(),
                round.region(),
                round.quarter(),
                round.ceilingPercent(),
                transcript.state(),
                round.openedAt(),
                commitment.digest(),
                commitment.committedAt(),
                frozen.pool() == null ? null : pool(frozen.pool()),
                frozen.poolHash(),
                frozen.frozenAt(),
                drawn.drawId(),
                drawn.seed(),
                drawn.drawnAt(),
                transcript.withdrawals().stream()
                        .map(lot -> new WithdrawalResponse(lot.lotId(), lot.reason(), lot.withdrawnAt()))
                        .toList(),
                transcript.turns().stream()
                        .map(turn -> turn(turn, frozen.pool().totalIon()))
                        .toList());
    }

    private static PoolResponse pool(Pool pool) {
        return new PoolResponse(
                pool.roundId(),
                pool.region(),
                pool.quarter(),
                pool.ceilingPercent(),
                pool.totalIon(),
                pool.usedIon(),
                pool.lots().stream()
                        .map(lot -> new LotResponse(
                                lot.id(),
                                lot.kind(),
                                lot.ion(),
                                lot.members().stream()
                                        .map(member -> new MemberResponse(member.agb(), member.ion()))
                                        .toList()))
                        .toList());
    }

    private static TurnResponse turn(Turn turn, long totalIon) {
        var percent = BigDecimal.valueOf(100 * turn.usedIonAfter())
                .divide(BigDecimal.valueOf(totalIon), 2, RoundingMode.DOWN);
        return new TurnResponse(
                turn.rank(),
                turn.lot().id(),
                turn.lot().ion(),
                turn.outcome(),
                turn.usedIonAfter(),
                percent.toPlainString(),
                turn.why());
    }
}
