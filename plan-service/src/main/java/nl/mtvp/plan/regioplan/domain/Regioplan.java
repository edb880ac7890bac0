package nl.mtvp.plan.regioplan.domain;

import java.util.List;
import java.util.UUID;

/** An RHO's plan for one or more of its regions (D3). What it says stands in its versions. */
public record Regioplan(UUID id, String rho, String title, List<String> regions) {

    public Regioplan {
        regions = List.copyOf(regions);
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("a regioplan covers at least one region");
        }
    }
}
