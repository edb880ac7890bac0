package nl.mtvp.plan.praktijkplan.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.plan.praktijkplan.domain.Deadline.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    @ParameterizedTest
    @CsvSource({
        "2023-Q2, FIRST, 2023-06-30",
        "2023-Q2, SECOND, 2024-03-31",
        "2023-Q4, FIRST, 2023-12-31",
        "2024-Q1, SECOND, 2024-12-31",
    })
    void D11_year_1_is_due_at_the_end_of_the_admitted_quarter_and_D9_year_2_at_that_of_the_fourth(
            String admitted, ImplementationYear year, LocalDate dueOn) {
        assertEquals(dueOn, year.dueOn(Quarters.of(admitted)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 2023-06-30, OPEN",
                "-, 2023-07-01, OVERDUE",
                "2023-06-30, 2023-08-01, SUBMITTED",
                "2023-07-01, 2023-08-01, SUBMITTED_LATE",
            })
    void D11_a_plan_is_in_time_until_the_last_day_and_late_is_not_refused(
            LocalDate submitted, LocalDate today, State state) {
        var deadline = new Deadline(
                new UUID(0, 1),
                new Agb("01000001"),
                "R",
                "RHO",
                Quarters.of("2023-Q2"),
                ImplementationYear.FIRST,
                submitted);
        assertEquals(state, deadline.state(today));
    }

    @ParameterizedTest
    @CsvSource({"2023-Q2, 2023-06-30", "2023-Q2, 2023-07-01", "2023-Q2, 2024-03-31", "2023-Q2, 2024-04-01"})
    void D11_the_list_of_what_is_overdue_draws_the_same_line(String admitted, LocalDate today) {
        var quarter = Quarters.of(admitted);
        for (var year : ImplementationYear.values()) {
            assertEquals(today.isAfter(year.dueOn(quarter)), quarter.isBefore(year.earliestInTime(today)));
        }
    }
}
