package nl.mtvp.plan.praktijkplan.domain;

import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import org.threeten.extra.YearQuarter;

/**
 * Until when an admitted practice submits its plan of a year (D9, D11), and whether it did. An overdue plan is a signal
 * for compliance; it stops nothing by itself.
 *
 * @param quarter in which the practice was admitted to start
 * @param firstSubmittedOn null when the year's plan was never submitted
 */
public record Deadline(
        UUID roundId,
        Agb agb,
        String region,
        String rho,
        YearQuarter quarter,
        ImplementationYear year,
        LocalDate firstSubmittedOn) {

    /** How a deadline was or is met. */
    public enum State {
        OPEN,
        OVERDUE,
        SUBMITTED,
        SUBMITTED_LATE
    }

    /** The first day of the implementation year (D8). */
    public LocalDate from() {
        return year.from(quarter);
    }

    /** The day after its last. */
    public LocalDate until() {
        return year.until(quarter);
    }

    public LocalDate dueOn() {
        return year.dueOn(quarter);
    }

    public State state(LocalDate today) {
        if (firstSubmittedOn == null) {
            return today.isAfter(dueOn()) ? State.OVERDUE : State.OPEN;
        }
        return firstSubmittedOn.isAfter(dueOn()) ? State.SUBMITTED_LATE : State.SUBMITTED;
    }
}
