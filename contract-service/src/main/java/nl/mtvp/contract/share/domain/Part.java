package nl.mtvp.contract.share.domain;

import java.util.Optional;
import nl.mtvp.contract.measure.domain.Percentage;
import nl.mtvp.kernel.money.Euro;

/** What goes to the RHO (D49): a percentage of what is due, or an amount per ION and quarter; one of the two. */
public record Part(Optional<Percentage> percentage, Optional<Euro> amountPerIon) {

    public Part {
        if (percentage.isPresent() == amountPerIon.isPresent()) {
            throw new IllegalArgumentException("a share is a percentage or an amount per ION");
        }
        if (amountPerIon.isPresent() && !amountPerIon.get().isPositive()) {
            throw new IllegalArgumentException("a share is more than nothing");
        }
    }
}
