package nl.mtvp.payment.entitlement.domain;

import java.util.Objects;

/**
 * The part of what is due that goes to the practice's RHO: a percentage, or cents per ION (D49). Exactly one of both.
 *
 * @param tenThousandths 1,250 is 12.5 %
 */
public record Share(String rho, Integer tenThousandths, Long centsPerIon, Source source) {

    public Share {
        Objects.requireNonNull(rho, "rho");
        Objects.requireNonNull(source, "source");
        if ((tenThousandths == null) == (centsPerIon == null)) {
            throw new IllegalArgumentException("a share is a percentage, or cents per ION");
        }
        if (tenThousandths != null && (tenThousandths < 0 || tenThousandths > Clawback.WHOLE)) {
            throw new IllegalArgumentException("a share is between nothing and everything");
        }
        if (centsPerIon != null && centsPerIon < 0) {
            throw new IllegalArgumentException("a share is never negative");
        }
    }
}
