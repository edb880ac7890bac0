package nl.mtvp.payment.run.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.approval.domain.Withdrawal;
import org.threeten.extra.YearQuarter;

/**
 * A run: what an insurer is to book for all quarters up to one, from the facts recorded before a cut-off (D43, D46).
 *
 * @param proposalHash SHA-256 over the proposal's canonical form, in hexadecimal: what an approval names, once it is
 *     computed
 * @param attempts how often posting failed for a reason of ours
 * @param failure what went wrong the last time
 */
public record PaymentRun(
        UUID id,
        Uzovi uzovi,
        YearQuarter quarter,
        RunState state,
        Instant cutOff,
        Deed made,
        Optional<String> proposalHash,
        Optional<Deed> approved,
        Optional<Instant> postedAt,
        Optional<Withdrawal> withdrawn,
        int attempts,
        String failure) {

    public PaymentRun {
        boolean computed = state != RunState.COMPUTING && state != RunState.FAILED;
        boolean wasApproved = state == RunState.APPROVED || state == RunState.POSTED;
        if (postedAt.isPresent() != (state == RunState.POSTED)
                || withdrawn.isPresent() != (state == RunState.WITHDRAWN)
                || approved.isPresent() && proposalHash.isEmpty()
                || state != RunState.WITHDRAWN
                        && (proposalHash.isPresent() != computed || approved.isPresent() != wasApproved)) {
            throw new IllegalArgumentException("no run is " + state + " with what another state brings");
        }
    }

    /** @throws RunRefused if its proposal is another one than who names the hash has read */
    public void requireProposal(String hash) {
        if (!proposalHash.equals(Optional.of(hash))) {
            throw RunRefused.otherProposal(proposalHash.orElse(null));
        }
    }

    /** @throws RunRefused if its life does not allow the next state */
    public void require(RunState next) {
        if (!state.allows(next)) {
            throw RunRefused.inState(state, next);
        }
    }
}
