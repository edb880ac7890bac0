package nl.mtvp.kernel.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * How days and moments are written where they come in: with a year of four digits, which every database holds. Moments
 * are cut to microseconds, which is what PostgreSQL keeps.
 */
public final class Dates {

    public static final String DAY_RULE = "a date is written like 2023-04-01";
    public static final String MOMENT_RULE = "a moment is written with its offset, like 2023-06-12T09:30:00Z";

    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private static final Pattern DAY = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String A_DAY = "(0?[1-9]|[12][0-9]|3[01])";
    private static final String A_MONTH = "(0?[1-9]|1[0-2])";
    private static final String A_YEAR = "(19|20)[0-9]{2}";
    private static final Pattern LIKE_A_DAY = Pattern.compile(
            A_DAY + "[./-]" + A_MONTH + "[./-]" + A_YEAR + "|" + A_YEAR + "[./-]" + A_MONTH + "[./-]" + A_DAY);
    private static final Pattern MOMENT = Pattern.compile(DAY + "T.*");

    private Dates() {}

    /** @throws IllegalArgumentException if the text is no day of the form {@code 2023-04-01} */
    public static LocalDate day(String text) {
        try {
            return LocalDate.parse(required(DAY, text, DAY_RULE));
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(DAY_RULE, unreadable);
        }
    }

    /** @throws IllegalArgumentException if the text is no moment of the form {@code 2023-06-12T09:30:00Z} */
    public static Instant moment(String text) {
        try {
            var moment = OffsetDateTime.parse(required(MOMENT, text, MOMENT_RULE))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MICROS);
            if (!isInTheCalendar(moment)) {
                throw new IllegalArgumentException(MOMENT_RULE);
            }
            return moment;
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(MOMENT_RULE, unreadable);
        }
    }

    /** Whether the moment has a year of four digits wherever on earth it is read: an offset can move it by a day. */
    public static boolean isInTheCalendar(Instant moment) {
        return !moment.isBefore(FIRST) && moment.isBefore(END);
    }

    /** What is wrong with a text that is no day; it is told back only where it can be nothing else than one: no BSN. */
    public static String whyNoDay(String text) {
        boolean shown = LIKE_A_DAY.matcher(text).matches();
        if (DAY.matcher(text).matches()) {
            return "there is no such day in the calendar" + (shown ? ": " + text : "");
        }
        return DAY_RULE + (shown ? ", not " + text : "");
    }

    private static String required(Pattern form, String text, String rule) {
        if (text == null || !form.matcher(text).matches()) {
            throw new IllegalArgumentException(rule);
        }
        return text;
    }
}
