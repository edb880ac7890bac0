package nl.mtvp.payment.ion.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * With which practice one patient of a delivery counts, as its insurer settled it (D39).
 *
 * @param countedWith with which they counted as delivered; null is none
 * @param countsWith with which they count while the settlement stands; null is none
 * @param knownUntil when it was withdrawn; null while it stands
 */
public record Settlement(
        UUID id,
        UUID deliveryId,
        Uzovi uzovi,
        UUID pseudonym,
        Agb countedWith,
        Agb countsWith,
        String reason,
        String settledBy,
        Instant knownFrom,
        Instant knownUntil,
        String withdrawnBy,
        String withdrawnReason) {}
