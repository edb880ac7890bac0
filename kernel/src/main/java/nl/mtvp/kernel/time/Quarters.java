package nl.mtvp.kernel.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.threeten.extra.YearQuarter;

/** The quarter as the scheme sees it: its peildatum is its first day, and it is written {@code 2023-Q2}. */
public final class Quarters {

    /** Choice: the scheme began in 2023, and nothing is paid about a quarter before it. */
    public static final LocalDate FIRST_PEILDATUM = LocalDate.of(2023, 1, 1);

    public static final String FORM = "[0-9]{4}-Q[1-4]";
    public static final String RULE = "a quarter is written like 2023-Q2";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private Quarters() {}

    /** @throws IllegalArgumentException if the text is not of the form {@code 2023-Q2} */
    public static YearQuarter of(String text) {
        if (text == null || !PATTERN.matcher(text).matches() || text.startsWith("0000")) {
            throw new IllegalArgumentException(RULE);
        }
        try {
            return YearQuarter.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(RULE, unreadable);
        }
    }

    /** The reference day of a quarter: its first. ION are counted on it. */
    public static LocalDate peildatum(YearQuarter quarter) {
        return quarter.atDay(1);
    }

    /** The day after the quarter's last: what is in force until here covers the quarter to its end. */
    public static LocalDate until(YearQuarter quarter) {
        return quarter.plusQuarters(1).atDay(1);
    }

    /** Whether any peildatum of the scheme lies from the first of two days on, and before the second. */
    public static boolean anyPeildatum(LocalDate from, LocalDate until) {
        var first = from.isBefore(FIRST_PEILDATUM) ? FIRST_PEILDATUM : from;
        var peildatum = isPeildatum(first) ? first : until(YearQuarter.from(first));
        return peildatum.isBefore(until);
    }

    public static boolean isPeildatum(LocalDate day) {
        return YearQuarter.from(day).atDay(1).equals(day);
    }
}
