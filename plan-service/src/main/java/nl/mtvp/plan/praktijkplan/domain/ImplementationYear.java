package nl.mtvp.plan.praktijkplan.domain;

import java.time.LocalDate;
import org.threeten.extra.YearQuarter;

/**
 * One of the two years in which a practice grows into the scheme: the four quarters from the admitted one, and the next
 * four (D8). The plan of the first is due on the last day of the admitted quarter (D11), that of the second on the last
 * day of the fourth (D9).
 */
public enum ImplementationYear {
    FIRST(1, 1),
    SECOND(2, 4);

    private static final long QUARTERS = 4;

    private final int number;
    private final int dueQuarter;

    ImplementationYear(int number, int dueQuarter) {
        this.number = number;
        this.dueQuarter = dueQuarter;
    }

    public int number() {
        return number;
    }

    /** @throws IllegalArgumentException unless the number is 1 or 2 */
    public static ImplementationYear of(int number) {
        return switch (number) {
            case 1 -> FIRST;
            case 2 -> SECOND;
            default -> throw new IllegalArgumentException("the implementation year is 1 or 2");
        };
    }

    /** Its first day (D8). */
    public LocalDate from(YearQuarter admitted) {
        return admitted.plusQuarters((number - 1L) * QUARTERS).atDay(1);
    }

    /** The day after its last (D8). */
    public LocalDate until(YearQuarter admitted) {
        return from(admitted).plusYears(1);
    }

    /** The last day on which the plan of this year is in time. */
    public LocalDate dueOn(YearQuarter admitted) {
        return admitted.plusQuarters(dueQuarter - 1L).atEndOfQuarter();
    }

    /** Who was admitted in an earlier quarter than this is past its deadline today. */
    public YearQuarter earliestInTime(LocalDate today) {
        return YearQuarter.from(today).minusQuarters(dueQuarter - 1L);
    }
}
