package nl.mtvp.plan.praktijkplan.rest;

import java.time.LocalDate;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.praktijkplan.PraktijkplanUseCases.Standing;
import nl.mtvp.plan.praktijkplan.domain.Deadline;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** Until when a practice submits its plan of a year; {@code submittedOn} is null when it did not. */
public record DeadlineResponse(
        Agb agb,
        String region,
        String rho,
        YearQuarter quarter,
        int year,
        LocalDate dueOn,
        @Schema(nullable = true) LocalDate submittedOn,
        Deadline.State state) {

    static DeadlineResponse of(Standing standing) {
        var deadline = standing.deadline();
        return new DeadlineResponse(
                deadline.agb(),
                deadline.region(),
                deadline.rho(),
                deadline.quarter(),
                deadline.year().number(),
                deadline.dueOn(),
                deadline.firstSubmittedOn(),
                standing.state());
    }
}
