package nl.mtvp.payment.ion.domain;

import java.time.YearMonth;
import java.util.UUID;

/**
 * One line of a delivery, read from bytes that have exactly the agreed form: pseudonym, AGB, date of registration (D38).
 * The same object reads one line after another, so that millions of lines leave nothing behind.
 */
public final class RegistrationLine {

    /** 36 for the pseudonym, 8 for the AGB, 10 for the date, and two commas. */
    public static final int LENGTH = 56;

    private static final int AGB = 37;
    private static final int YEAR = 46;
    private static final int MONTH = 51;
    private static final int DAY = 54;
    private static final int SHORTEST_MONTH = 28;
    /** Nobody who lives was registered before it (Choice). */
    static final int FIRST_YEAR = 1900;

    /** As many bits of a UUID as nine digits leave over. */
    private static final int ZEROS = 88;

    private static final byte[] HEX_DIGITS = hexDigits();

    private long mostSignificant;
    private long leastSignificant;
    private int agb;
    private long registeredOn;
    /** Negative once anything that was read is no digit. */
    private int digits;

    /** Reads the line that begins there; false, and nothing to ask for, if it has another form. */
    public boolean read(byte[] text, int at) {
        digits = 0;
        if (!separated(text, at)) {
            return false;
        }
        mostSignificant = hex(text, at, 8) << 32 | hex(text, at + 9, 4) << 16 | hex(text, at + 14, 4);
        leastSignificant = hex(text, at + 19, 4) << 48 | hex(text, at + 24, 12);
        if (isOddLooking() && MalformedLine.isNoPseudonym(pseudonym())) {
            return false;
        }
        agb = decimal(text, at + AGB, 8);
        int year = decimal(text, at + YEAR, 4);
        int month = decimal(text, at + MONTH, 2);
        int day = decimal(text, at + DAY, 2);
        if (digits < 0 || month < 1 || month > 12 || day < 1 || year < FIRST_YEAR) {
            return false;
        }
        registeredOn = epochDay(year, month, day);
        return day <= SHORTEST_MONTH || day <= YearMonth.of(year, month).lengthOfMonth();
    }

    /** Mostly zeros, or nothing but ones. Almost none is, so that only these are looked at closely. */
    private boolean isOddLooking() {
        return mostSignificant == 0
                || leastSignificant == 0
                || (mostSignificant & leastSignificant) == -1
                || Long.numberOfLeadingZeros(mostSignificant) + Long.numberOfTrailingZeros(leastSignificant) >= ZEROS;
    }

    private static boolean separated(byte[] text, int at) {
        return text[at + 8] == '-'
                && text[at + 13] == '-'
                && text[at + 18] == '-'
                && text[at + 23] == '-'
                && text[at + AGB - 1] == ','
                && text[at + YEAR - 1] == ','
                && text[at + MONTH - 1] == '-'
                && text[at + DAY - 1] == '-';
    }

    private long hex(byte[] text, int from, int length) {
        long value = 0;
        for (int at = from; at < from + length; at++) {
            int digit = HEX_DIGITS[text[at] & 0xff];
            digits |= digit;
            value = value << 4 | digit & 0xf;
        }
        return value;
    }

    private int decimal(byte[] text, int from, int length) {
        int value = 0;
        for (int at = from; at < from + length; at++) {
            int digit = text[at] - '0';
            digits |= digit | 9 - digit;
            value = value * 10 + digit;
        }
        return value;
    }

    /** Days since 1970-01-01, counted from 1 March on, so that a leap day is the last one. */
    private static long epochDay(int year, int month, int day) {
        long years = month < 3 ? year - 1 : year;
        int months = month < 3 ? month + 9 : month - 3;
        return 365 * years + years / 4 - years / 100 + years / 400 + (months * 306 + 5) / 10 + day - 1 - 719_468;
    }

    private static byte[] hexDigits() {
        var digits = new byte[256];
        java.util.Arrays.fill(digits, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            digits[Character.forDigit(digit, 16)] = (byte) digit;
            digits[Character.toUpperCase(Character.forDigit(digit, 16))] = (byte) digit;
        }
        return digits;
    }

    public UUID pseudonym() {
        return new UUID(mostSignificant, leastSignificant);
    }

    /** The AGB's eight digits as a number: 1000001 is 01000001. */
    public int agb() {
        return agb;
    }

    /** In days since 1970-01-01. */
    public long registeredOn() {
        return registeredOn;
    }
}
