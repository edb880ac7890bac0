package nl.mtvp.plan.learning.domain;

import java.util.Objects;
import java.util.UUID;

/** An intervisie meeting that an RHO organised for a region's practices (D12), as its newest report tells of it. */
public record Meeting(UUID id, String rho, String region, Report report) {

    public Meeting {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(rho, "rho");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(report, "report");
    }
}
