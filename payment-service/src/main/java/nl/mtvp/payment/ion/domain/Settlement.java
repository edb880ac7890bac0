package nl.mtvp.payment.ion.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import org.threeten.extra.YearQuarter;

/**
 * With which practice one patient of a delivery counts, as its insurer settled it (D39).
 *
 * @param countedWith with which they counted as delivered; null is none
 * @param countsWith with which they count while the settlement stands; null is none
 * @param settled since when it is known, until it is withdrawn
 * @param withdrawnReason null while it stands
 */
public record Settlement(
        UUID id,
        UUID deliveryId,
        Uzovi uzovi,
        UUID pseudonym,
        Agb countedWith,
        Agb countsWith,
        String reason,
        Deed settled,
        Optional<Deed> withdrawn,
        String withdrawnReason) {

    /**
     * The lines of one patient in a delivery, about which something is to be settled (D39).
     *
     * @param accepted the practice with which the patient counts as delivered
     * @param refused those of the lines that were refused because of one another
     * @param doubleInsured whether another insurer delivered the patient too
     */
    public record PatientLines(Optional<Agb> accepted, Set<Agb> refused, boolean doubleInsured) {

        /**
         * @param countsWith null for none
         * @throws DeliveryRefused if there is nothing to settle, or this is no answer to it
         */
        public void require(UUID delivery, Agb countsWith) {
            if (refused.isEmpty() && !(doubleInsured && accepted.isPresent())) {
                throw DeliveryRefused.nothingToSettle(delivery);
            }
            if (Optional.ofNullable(countsWith).equals(accepted)) {
                throw DeliveryRefused.changesNothing();
            }
            var candidates = new TreeSet<>(refused);
            accepted.ifPresent(candidates::add);
            if (countsWith != null && !candidates.contains(countsWith)) {
                throw DeliveryRefused.notDelivered(candidates);
            }
        }
    }

    /**
     * A line that counts, of a patient whom another insurer delivered for the same peildatum too (D39). Which insurer, and
     * with which practice, it does not tell.
     */
    public record Conflict(
            UUID id,
            Uzovi uzovi,
            YearQuarter quarter,
            UUID deliveryId,
            UUID pseudonym,
            Agb agb,
            LocalDate registeredOn,
            Instant foundAt) {}
}
