package nl.mtvp.payment.frame.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.entitlement.domain.Amounts;
import org.threeten.extra.YearQuarter;

/**
 * A year's payments, beside the national macro frame that they are meant to stay within (D55). Informative: nothing is
 * refused by it. A payment belongs to the year of the quarter that it is about, whenever it was booked (D47).
 *
 * @param limit null when no frame is known for the year
 * @param national whether all insurers and regions are in the totals, so that they can be held against the frame
 */
public record Frame(
        int year,
        Limit limit,
        boolean national,
        Amounts total,
        Map<YearQuarter, Amounts> quarters,
        Map<Uzovi, Amounts> insurers,
        Map<String, Amounts> regions) {

    /** The frame itself, and who says so. */
    public record Limit(long cents, String source) {}

    public static Frame of(int year, Limit limit, boolean national, List<BookedTotal> booked) {
        return new Frame(
                year,
                limit,
                national,
                booked.stream().reduce(Amounts.ZERO, Frame::plus, Frame::plus),
                by(booked, BookedTotal::quarter),
                by(booked, BookedTotal::uzovi),
                by(booked, BookedTotal::region));
    }

    /** What the frame has left; below zero when it is passed. Null when the totals are not the nation's. */
    public Long remainingCents() {
        return limit == null || !national ? null : Long.valueOf(Math.subtractExact(limit.cents(), total.totalCents()));
    }

    private static <K> Map<K, Amounts> by(List<BookedTotal> booked, Function<BookedTotal, K> key) {
        var totals = new TreeMap<K, Amounts>(Comparator.comparing(Object::toString));
        for (var one : booked) {
            totals.merge(key.apply(one), plus(Amounts.ZERO, one), Frame::plus);
        }
        return totals;
    }

    private static Amounts plus(Amounts amounts, BookedTotal booked) {
        return plus(amounts, new Amounts(booked.practiceCents(), booked.rhoCents()));
    }

    private static Amounts plus(Amounts one, Amounts other) {
        return new Amounts(
                Math.addExact(one.practiceCents(), other.practiceCents()),
                Math.addExact(one.rhoCents(), other.rhoCents()));
    }

    /** Which payments are totalled; a null asks for all. */
    public record FrameQuery(Integer year, Uzovi uzovi, String region) {}

    /** What one insurer's runs booked about a quarter for the practices of a region, and for their RHOs (D55). */
    public record BookedTotal(YearQuarter quarter, Uzovi uzovi, String region, long practiceCents, long rhoCents) {}
}
