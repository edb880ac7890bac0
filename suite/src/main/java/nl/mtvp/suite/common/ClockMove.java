package nl.mtvp.suite.common;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How somebody says to what moment a stack's clock moves on: by how much, or to which day or moment. */
public final class ClockMove {

    /** What is known of the scheme ends here: the services take no later day. */
    private static final Instant LAST = Instant.parse("2099-12-31T00:00:00Z");

    private static final Pattern BY = Pattern.compile(
            "\\+(?=.)(?:(?<w>\\d{1,5})w)?(?:(?<d>\\d{1,5})d)?(?:(?<h>\\d{1,5})h)?(?:(?<m>\\d{1,5})m)?(?:(?<s>\\d{1,5})s)?");
    private static final int WEEK = 7;

    private ClockMove() {}

    /**
     * The moment that is meant. Days and weeks keep the time of day in Amsterdam; a day alone is nine in its morning, and
     * the day that it is already is now.
     *
     * @param when {@code +10d}, {@code +1d12h}, {@code 2023-07-01} or {@code 2023-07-01T12:00:00Z}
     * @throws IllegalArgumentException if it is none of these, or before now
     */
    public static Instant target(String when, Instant now) {
        var by = BY.matcher(when);
        var target = by.matches() ? after(now, by) : onDay(when, now).orElseGet(() -> moment(when));
        if (target.isBefore(now)) {
            throw new IllegalArgumentException("the clock only moves on: it is " + StoryClock.shown(now)
                    + " already, which is after " + StoryClock.shown(target));
        }
        if (target.isAfter(LAST)) {
            throw new IllegalArgumentException("the services know no day after " + StoryClock.shown(LAST));
        }
        return target;
    }

    private static Instant after(Instant now, Matcher by) {
        return now.atZone(StoryClock.ZONE)
                .plusDays(number(by, "w") * WEEK + number(by, "d"))
                .toInstant()
                .plus(Duration.ofHours(number(by, "h")))
                .plus(Duration.ofMinutes(number(by, "m")))
                .plus(Duration.ofSeconds(number(by, "s")));
    }

    private static long number(Matcher by, String unit) {
        return by.group(unit) == null ? 0 : Long.parseLong(by.group(unit));
    }

    private static Optional<Instant> onDay(String when, Instant now) {
        try {
            var day = LocalDate.parse(when);
            return Optional.of(day.equals(LocalDate.ofInstant(now, StoryClock.ZONE)) ? now : StoryClock.morningOf(day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Instant moment(String when) {
        try {
            return Instant.parse(when);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException(
                    "'" + when
                            + "' says no time to move on to: write +10d, +2h, +1d12h, 2023-07-01 or 2023-07-01T12:00:00Z",
                    none);
        }
    }
}
