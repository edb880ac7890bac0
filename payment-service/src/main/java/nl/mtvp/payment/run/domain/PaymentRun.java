package nl.mtvp.payment.run.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import org.threeten.extra.YearQuarter;

/**
 * A run: what an insurer is to book for all quarters up to one, from the facts recorded before a cut-off (D43, D46).
 *
 * @param proposalHash SHA-256 over the proposal's canonical form, in hexadecimal: what an approval names
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
        int attempts) {

    /** @throws RunRefused if its life does not allow the next state */
    public void require(RunState next) {
        if (!state.allows(next)) {
            throw RunRefused.inState(state, next);
        }
    }
}
