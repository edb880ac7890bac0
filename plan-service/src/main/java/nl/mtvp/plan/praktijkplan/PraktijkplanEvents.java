package nl.mtvp.plan.praktijkplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.feed.NewEvent;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.praktijkplan.domain.Deadline;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanVersion;
import org.threeten.extra.YearQuarter;

/** What the neighbours learn of praktijkplannen: no content, only that it is there or is not. The subject is the practice. */
final class PraktijkplanEvents {

    /** {@code dueOn} is null when the practice is not admitted yet. */
    record Submitted(
            UUID praktijkplanId,
            UUID versionId,
            int versionNumber,
            int year,
            Agb agb,
            String rho,
            String region,
            UUID regioplanVersionId,
            Instant submittedAt,
            LocalDate submittedOn,
            LocalDate dueOn) {}

    record Overdue(Agb agb, String rho, String region, UUID roundId, YearQuarter quarter, int year, LocalDate dueOn) {}

    private PraktijkplanEvents() {}

    static NewEvent submitted(
            Praktijkplan plan, PraktijkplanVersion version, LocalDate today, Optional<Deadline> deadline) {
        var data = new Submitted(
                plan.id(),
                version.id(),
                version.number(),
                version.plan().year().number(),
                plan.agb(),
                plan.rho(),
                plan.region(),
                version.regioplanVersionId(),
                version.submittedAt(),
                today,
                deadline.map(Deadline::dueOn).orElse(null));
        return new NewEvent("nl.mtvp.praktijkplan-submitted.v1", plan.agb().code(), data);
    }

    static NewEvent overdue(Deadline deadline) {
        var data = new Overdue(
                deadline.agb(),
                deadline.rho(),
                deadline.region(),
                deadline.roundId(),
                deadline.quarter(),
                deadline.year().number(),
                deadline.dueOn());
        return new NewEvent("nl.mtvp.praktijkplan-overdue.v1", deadline.agb().code(), data);
    }
}
