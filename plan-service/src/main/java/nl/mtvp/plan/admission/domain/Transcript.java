package nl.mtvp.plan.admission.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All that is recorded of a round, enough for anybody to recompute it (D20). What has not come yet is null or empty.
 */
public record Transcript(
        Round round,
        Commitment commitment,
        Frozen frozen,
        Drawn drawn,
        List<Withdrawal> withdrawals,
        List<Turn> turns) {

    /** The notary's promise. @param digest the SHA-256 of the seed, in lower-case hexadecimal */
    public record Commitment(String digest, String committedBy, Instant committedAt) {}

    /** The pool as it was frozen. @param poolHash in lower-case hexadecimal */
    public record Frozen(Pool pool, String poolHash, Instant frozenAt) {}

    /** The draw. @param seed in lower-case hexadecimal */
    public record Drawn(UUID drawId, String seed, Instant drawnAt) {}

    /** A lot withdrawn between freeze and draw. */
    public record Withdrawal(String lotId, String reason, Instant withdrawnAt) {}

    public Transcript {
        withdrawals = List.copyOf(withdrawals);
        turns = List.copyOf(turns);
    }

    public RoundState state() {
        if (frozen == null) {
            return RoundState.OPEN;
        }
        return drawn == null && round.needsDraw() ? RoundState.FROZEN : RoundState.CLOSED;
    }

    /** @throws RoundNotInState unless the round is in this state */
    public void require(RoundState needed) {
        if (state() != needed) {
            throw new RoundNotInState(state(), needed);
        }
    }

    /** Why lots were withdrawn, by lot id. */
    public Map<String, String> withdrawnLots() {
        return withdrawals.stream().collect(Collectors.toMap(Withdrawal::lotId, Withdrawal::reason));
    }
}
