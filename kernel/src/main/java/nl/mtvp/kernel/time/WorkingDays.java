package nl.mtvp.kernel.time;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Working days in the Netherlands: not Saturday, not Sunday, and none of the holidays of the Algemene termijnenwet (art.
 * 3), which counts 5 May every year, not only every fifth, and Good Friday too. Choice: the sources speak of working days
 * without saying which.
 */
public final class WorkingDays {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final HolidayManager HOLIDAYS =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS));

    private WorkingDays() {}

    public static boolean isWorkingDay(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !HOLIDAYS.isHoliday(day);
    }

    /** The last day of a term of so many working days that began on a day, which itself does not count. */
    public static LocalDate after(LocalDate day, int workingDays) {
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
