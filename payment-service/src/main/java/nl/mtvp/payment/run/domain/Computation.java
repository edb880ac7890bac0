package nl.mtvp.payment.run.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import org.threeten.extra.YearQuarter;

/**
 * The computing of a proposal from the facts recorded up to a cut-off (D43, D46), and how far it is. What it came to
 * is null until it is finished.
 *
 * @param runId the run whose proposal it is; null for a preview
 * @param attempts how often it failed for a reason of ours
 * @param failure what went wrong the last time
 * @param differences how many a recomputation found; null for others
 */
public record Computation(
        UUID id,
        Kind kind,
        UUID runId,
        Uzovi uzovi,
        YearQuarter quarter,
        Instant cutOff,
        Deed asked,
        Instant finishedAt,
        String proposalHash,
        Long lines,
        Long zeroLines,
        long contracts,
        long contractsDone,
        int attempts,
        String failure,
        Long differences) {

    /** How often it is tried before it has failed for good. */
    public static final int ATTEMPTS_MAX = 3;

    public ComputationState state() {
        if (finishedAt != null) {
            return ComputationState.COMPUTED;
        }
        return attempts >= ATTEMPTS_MAX ? ComputationState.FAILED : ComputationState.COMPUTING;
    }

    /** The computation of a run's proposal. */
    public static Computation of(PaymentRun run) {
        return asked(run.id(), Kind.RUN, run.id(), run.uzovi(), run.quarter(), run.cutOff(), run.made());
    }

    /** The computation of a run's proposal once more, from what was known at its cut-off. */
    public static Computation again(UUID id, PaymentRun run, Deed asked) {
        return asked(id, Kind.RECOMPUTATION, run.id(), run.uzovi(), run.quarter(), run.cutOff(), asked);
    }

    /** A computation of what a run would come to. */
    public static Computation preview(UUID id, Uzovi uzovi, YearQuarter quarter, Instant cutOff, Deed asked) {
        return asked(id, Kind.PREVIEW, null, uzovi, quarter, cutOff, asked);
    }

    private static Computation asked(
            UUID id, Kind kind, UUID run, Uzovi uzovi, YearQuarter quarter, Instant cutOff, Deed asked) {
        return new Computation(
                id, kind, run, uzovi, quarter, cutOff, asked, null, null, null, null, 0, 0, 0, null, null);
    }

    /** What a computation is for. */
    public enum Kind {
        /** Its lines are kept, to be approved and booked. */
        RUN,
        /** Only what it comes to is kept (P7). */
        PREVIEW,
        /** A run is computed once more, and compared with what was kept and booked. */
        RECOMPUTATION
    }

    /** How far a computation is that is asked for by itself; a run has states of its own. */
    public enum ComputationState {
        COMPUTING,
        COMPUTED,
        /** Tried so often in vain that it is not tried again. */
        FAILED
    }
}
