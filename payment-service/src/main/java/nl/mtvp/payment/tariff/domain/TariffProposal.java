package nl.mtvp.payment.tariff.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;

/**
 * A tariff that somebody proposed: euro per ION per quarter over a validity (D37). It is known from its approval by
 * another person on.
 *
 * @param validUntil the first day on which it does not hold; null without an end
 * @param segment of GP care, such as S3; null when nobody said
 * @param prestatiecode under which it is declared elsewhere; null when it has none
 * @param lowers whether it lowers the tariff of days for which contracts are known: said before it is approved
 */
public record TariffProposal(
        UUID id,
        Uzovi uzovi,
        LocalDate validFrom,
        LocalDate validUntil,
        Euro euro,
        String segment,
        String prestatiecode,
        String ground,
        boolean lowers,
        Deed proposed,
        Optional<Deed> approved) {

    public TariffProposal {
        if (validUntil != null && !validFrom.isBefore(validUntil)) {
            throw new IllegalArgumentException("a tariff is valid on at least one day");
        }
        if (!euro.isPositive()) {
            throw new IllegalArgumentException("a tariff is positive");
        }
    }

    /** The same, with what it was found to mean for contracts. */
    public TariffProposal lowering(boolean lowering) {
        return new TariffProposal(
                id, uzovi, validFrom, validUntil, euro, segment, prestatiecode, ground, lowering, proposed, approved);
    }
}
