package nl.mtvp.contract.measure.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

class CoverageTest {

    private static final LocalDate START = LocalDate.of(2023, 4, 1);
    private static final LocalDate STOP = LocalDate.of(2023, 11, 15);

    @Test
    void D34_example_5_a_clawback_of_all_from_october_to_the_stop_takes_45_of_92_days() {
        assertEquals(
                List.of(new Coverage(YearQuarter.of(2023, 4), 92, 45, 45, "45/92")),
                Coverage.of(START, Optional.of(STOP), clawback("2023-10-01", "2023-11-15", "100")));
    }

    @Test
    void D34_only_days_in_force_are_taken_and_each_quarter_is_shown() {
        assertEquals(
                List.of(
                        new Coverage(YearQuarter.of(2023, 3), 92, 92, 1, "1/368"),
                        new Coverage(YearQuarter.of(2023, 4), 92, 45, 45, "45/368")),
                Coverage.of(START, Optional.of(STOP), clawback("2023-09-30", "2024-03-01", "25")));
    }

    @Test
    void D34_a_clawback_after_the_contracts_last_day_takes_nothing() {
        assertEquals(List.of(), Coverage.of(START, Optional.of(STOP), clawback("2023-11-15", "2024-01-01", "100")));
        assertEquals(
                92,
                Coverage.of(START, Optional.empty(), clawback("2023-07-01", "2023-10-01", "50"))
                        .get(0)
                        .clawedBackDays());
    }

    private static Terms.Clawback clawback(String from, String until, String percentage) {
        return new Terms.Clawback(
                LocalDate.parse(from), LocalDate.parse(until), new Percentage(new BigDecimal(percentage)));
    }
}
