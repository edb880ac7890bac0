package nl.mtvp.kernel.time;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** On which days work is done: not on Saturday, not on Sunday, and on none of a calendar's holidays. */
public enum WorkingDays {
    /**
     * Those of people in the Netherlands, by which terms run: without the holidays of the Algemene termijnenwet (art. 3),
     * which counts 5 May every year, not only every fifth, and Good Friday too. Choice: the sources speak of working days
     * without saying which.
     */
    DUTCH(HolidayCalendar.NETHERLANDS),
    /** Those of banks in the euro area, on which payments are executed: 1 May is none, King's Day is one. */
    TARGET(HolidayCalendar.TARGET);

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final HolidayManager holidays;

    WorkingDays(HolidayCalendar calendar) {
        holidays = HolidayManager.getInstance(ManagerParameters.create(calendar));
    }

    public boolean isWorkingDay(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !holidays.isHoliday(day);
    }

    /** The last day of a term of so many working days that began on a day, which itself does not count. */
    public LocalDate after(LocalDate day, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("a term has no negative length");
        }
        var last = day;
        for (int counted = 0; counted < workingDays; ) {
            last = last.plusDays(1);
            counted += isWorkingDay(last) ? 1 : 0;
        }
        return last;
    }
}
