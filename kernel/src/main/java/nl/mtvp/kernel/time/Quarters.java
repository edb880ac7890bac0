package nl.mtvp.kernel.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.threeten.extra.YearQuarter;

/** The quarter as the scheme sees it: its peildatum is its first day, and it is written {@code 2023-Q2}. */
public final class Quarters {

    public static final String FORM = "[0-9]{4}-Q[1-4]";
    public static final String RULE = "a quarter is written like 2023-Q2";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private Quarters() {}

    /** @throws IllegalArgumentException if the text is not of the form {@code 2023-Q2} */
    public static YearQuarter of(String text) {
        if (text == null || !PATTERN.matcher(text).matches()) {
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

    public static boolean isPeildatum(LocalDate day) {
        return YearQuarter.from(day).atDay(1).equals(day);
    }
}
