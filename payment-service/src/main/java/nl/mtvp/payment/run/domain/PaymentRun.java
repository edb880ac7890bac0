package nl.mtvp.payment.run.domain;

import static nl.mtvp.payment.run.domain.RunState.COMPUTING;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import org.threeten.extra.YearQuarter;

/**
 * A run: what an insurer is to book for all quarters up to one, from the facts recorded before a cut-off (D43, D46).
 *
 * @param proposalHash SHA-256 over the proposal's canonical form, in hexadecimal: what an approval names; null until it
 *     is computed
 * @param attempts how often posting failed for a reason of ours
 * @param failure what went wrong the last time
 */
public record PaymentRun(
        UUID id,
        Uzovi uzovi,
        YearQuarter quarter,
        RunState state,
        Instant cutOff,
        String proposalHash,
        String madeBy,
        Instant madeAt,
        String approvedBy,
        Instant approvedAt,
        Instant postedAt,
        String withdrawnBy,
        Instant withdrawnAt,
        String withdrawalReason,
        int attempts,
        String failure) {

    /** A run that is to be computed. */
    public static PaymentRun made(
            UUID id, Uzovi uzovi, YearQuarter quarter, Instant cutOff, String madeBy, Instant madeAt) {
        return new PaymentRun(
                id, uzovi, quarter, COMPUTING, cutOff, null, madeBy, madeAt, null, null, null, null, null, null, 0,
                null);
    }

    /** @throws RunRefused if its proposal is another one than who names the hash has read */
    public void requireProposal(String hash) {
        if (!hash.equals(proposalHash)) {
            throw RunRefused.otherProposal(proposalHash);
        }
    }

    /** @throws RunRefused if its life does not allow the next state */
    public void require(RunState next) {
        if (!state.allows(next)) {
            throw RunRefused.inState(state, next);
        }
    }
}
