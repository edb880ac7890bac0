package nl.mtvp.plan.learning.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;

/** An intervisie meeting that an RHO organised for a region's practices (D12), as its newest report tells of it. */
public record Meeting(UUID id, String rho, String region, Report report) {

    public Meeting {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(rho, "rho");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(report, "report");
    }

    /** Which meetings to look for; each may be null. {@code until} is the day after the last. */
    public record MeetingFilter(String region, Agb agb, LocalDate from, LocalDate until) {}
}
