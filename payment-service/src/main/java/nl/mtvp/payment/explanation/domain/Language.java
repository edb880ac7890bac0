package nl.mtvp.payment.explanation.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.mtvp.kernel.time.SuiteClock;
import org.threeten.extra.YearQuarter;

/** The languages in which a person is told why, each with its own notation of amounts, numbers and days. */
public enum Language {
    NL("nl", '.', ',', "€ ", "d MMMM yyyy", "d MMMM yyyy, HH.mm 'uur'"),
    EN("en", ',', '.', "€", "d MMMM yyyy", "d MMMM yyyy, HH:mm");

    private static final String[] ORDINALS_NL = {"eerste", "tweede", "derde", "vierde"};
    private static final String[] ORDINALS_EN = {"first", "second", "third", "fourth"};

    private final String tag;
    private final char thousands;
    private final char decimal;
    private final String sign;
    private final DateTimeFormatter days;
    private final DateTimeFormatter moments;

    Language(String tag, char thousands, char decimal, String sign, String days, String moments) {
        var locale = Locale.forLanguageTag(tag);
        this.tag = tag;
        this.thousands = thousands;
        this.decimal = decimal;
        this.sign = sign;
        this.days = DateTimeFormatter.ofPattern(days, locale);
        this.moments = DateTimeFormatter.ofPattern(moments, locale).withZone(SuiteClock.ZONE);
    }

    /** As HTTP and HTML name it. */
    public String tag() {
        return tag;
    }

    /** What is said in this language. */
    public String of(String nl, String en) {
        return this == NL ? nl : en;
    }

    /** {@code € 12.124,80} and {@code €12,124.80}; what is taken back has a minus. */
    public String euro(long cents) {
        return euro(BigDecimal.valueOf(cents, 2));
    }

    /** The same with as many decimals as the amount has. */
    String euro(BigDecimal amount) {
        var digits = amount.abs().toPlainString();
        int point = digits.indexOf('.');
        return (amount.signum() < 0 ? "-" : "")
                + sign
                + grouped(digits.substring(0, point))
                + decimal
                + digits.substring(point + 1);
    }

    /** A number that is written with a point, with this language's own. */
    String decimal(String number) {
        return number.replace('.', decimal);
    }

    /** {@code 4.210} and {@code 4,210}. */
    public String number(long number) {
        return (number < 0 ? "-" : "") + grouped(Long.toString(number).replace("-", ""));
    }

    /** {@code 12,5%} and {@code 12.5%}. */
    public String percent(int tenThousandths) {
        return decimal(BigDecimal.valueOf(tenThousandths, 2)
                        .stripTrailingZeros()
                        .toPlainString())
                + "%";
    }

    public String day(LocalDate day) {
        return days.format(day);
    }

    /** A day of that moment, in the Netherlands. */
    public String dayOf(Instant moment) {
        return day(moment.atZone(SuiteClock.ZONE).toLocalDate());
    }

    /** A moment in the time of the Netherlands. */
    public String moment(Instant moment) {
        return moments.format(moment);
    }

    /** {@code het tweede kwartaal 2023} and {@code the second quarter of 2023}. */
    public String quarter(YearQuarter quarter) {
        int number = quarter.getQuarterValue() - 1;
        return of(
                "het " + ORDINALS_NL[number] + " kwartaal " + quarter.getYear(),
                "the " + ORDINALS_EN[number] + " quarter of " + quarter.getYear());
    }

    /** {@code Tweede kwartaal 2023} and {@code Second quarter of 2023}: as a name by itself. */
    public String quarterName(YearQuarter quarter) {
        var name = quarter(quarter).substring(of("het ", "the ").length());
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    public String patients(long ion) {
        return number(ion)
                + (ion == 1
                        ? of(" ingeschreven patiënt", " registered patient")
                        : of(" ingeschreven patiënten", " registered patients"));
    }

    private String grouped(String digits) {
        var grouped = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            grouped.insert(at, thousands);
        }
        return grouped.toString();
    }
}
