package nl.mtvp.payment.massmove.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.threeten.extra.YearQuarter;

/**
 * A mass move as it was flagged (D40), and who looked at it.
 *
 * @param quarter whose peildatum the practice's ION changed on
 * @param comparedWith the quarter of the nearest earlier peildatum with a delivery
 * @param knownUntil when newer deliveries said otherwise; null while it stands
 * @param acknowledgedBy null while nobody did
 */
public record FlaggedMove(
        UUID id,
        Uzovi uzovi,
        YearQuarter quarter,
        YearQuarter comparedWith,
        Agb agb,
        long ionBefore,
        long ionAfter,
        Instant knownFrom,
        Instant knownUntil,
        String reason,
        String acknowledgedBy,
        Instant acknowledgedAt) {

    public boolean isOf(YearQuarter compared, MassMove move) {
        return comparedWith.equals(compared)
                && agb.equals(move.agb())
                && ionBefore == move.ionBefore()
                && ionAfter == move.ionAfter();
    }

    /** @throws MoveRefused if it stands no more, or somebody acknowledged it */
    public void requireOpen() {
        if (knownUntil != null) {
            throw MoveRefused.replaced(id, knownUntil);
        }
        if (acknowledgedBy != null) {
            throw MoveRefused.acknowledged(id);
        }
    }
}
