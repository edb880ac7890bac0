package nl.mtvp.plan.admission.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.json.Digests;

/**
 * All that is recorded of a round and one of its draws, enough for anybody to recompute it (D20). What has not come yet
 * is null or empty.
 *
 * @param number of the draw: 1, or more when it is repeated
 * @param hash of the published transcript in lower-case hexadecimal, once the round closed
 */
public record Transcript(
        Round round,
        int number,
        Commitment commitment,
        Frozen frozen,
        Redraw redraw,
        Drawn drawn,
        List<Withdrawal> withdrawals,
        List<Turn> turns,
        String hash) {

    /** The notary's promise. @param digest the SHA-256 of the seed, in lower-case hexadecimal */
    public record Commitment(String digest, Deed committed) {}

    /** The pool as it was frozen. @param poolHash in lower-case hexadecimal */
    public record Frozen(Pool pool, String poolHash, Instant frozenAt) {}

    /** Why the draw is repeated. The id is made after the notary's commitment, and mixed into the order. */
    public record Redraw(UUID redrawId, String reason, Instant orderedAt) {}

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

    /** @throws AdmissionRefused unless the round is in this state */
    public void require(RoundState needed) {
        if (state() != needed) {
            throw AdmissionRefused.roundNotInState(state(), needed);
        }
    }

    /** @throws AdmissionRefused when the round under way no longer takes them (D17) */
    public void requirePreferencesTakenOn(LocalDate day) {
        if (state() == RoundState.FROZEN) {
            throw AdmissionRefused.preferencesClosed(round.quarter(), "its pool was frozen, at " + frozen.frozenAt());
        }
        if (state() == RoundState.OPEN && !round.takesPreferencesOn(day)) {
            throw AdmissionRefused.preferencesClosed(
                    round.quarter(), round.preferencesUntil().toString());
        }
    }

    /** Why lots were withdrawn, by lot id. */
    public Map<String, String> withdrawnLots() {
        return withdrawals.stream().collect(Collectors.toMap(Withdrawal::lotId, Withdrawal::reason));
    }

    /** The turns that pool, seed and withdrawals give (D19, D20). */
    public List<Turn> turnsWith(Seed seed) {
        var pool = frozen.pool();
        return Filling.of(pool, DrawOrder.of(seed, drawHash(), pool.lots()), withdrawnLots());
    }

    /** Whether the recorded turns are those that the pool gives, with the seed if there is a draw. */
    public boolean isRecomputed() {
        if (state() != RoundState.CLOSED) {
            return turns.isEmpty();
        }
        return turns.equals(drawn == null ? Filling.withoutDraw(frozen.pool()) : turnsWith(Seed.of(drawn.seed())));
    }

    /** What the order is drawn from beside the seed: the pool's hash, for a repeated draw together with its order's id. */
    private byte[] drawHash() {
        var digest = Digests.sha256();
        var poolHash = HexFormat.of().parseHex(frozen.poolHash());
        if (redraw == null) {
            return poolHash;
        }
        digest.update(poolHash);
        return digest.digest(redraw.redrawId().toString().getBytes(UTF_8));
    }

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
}
