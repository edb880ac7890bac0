package nl.mtvp.plan.regioplan.domain;

import java.util.Objects;
import nl.mtvp.plan.catalogue.domain.Intervention;

/** An intervention that a regioplan selects, with the implementation year, 1 or 2, in which it begins (D3). */
public record Selection(Intervention intervention, int firstYear) {

    public Selection {
        Objects.requireNonNull(intervention, "intervention");
        if (firstYear != 1 && firstYear != 2) {
            throw new IllegalArgumentException("the first implementation year is 1 or 2");
        }
    }
}
