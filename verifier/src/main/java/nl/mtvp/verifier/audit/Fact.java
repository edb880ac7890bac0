package nl.mtvp.verifier.audit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A fact on two axes: the days on which it holds, and the moments at which it was known (D54).
 *
 * @param until the first day on which it does not hold; null when it goes on
 * @param knownUntil the first moment at which it is not known any more; null while it is
 * @param where the line of the export that told it
 */
record Fact<V>(
        V value, LocalDate from, LocalDate until, Instant knownFrom, Instant knownUntil, Source source, String where) {

    boolean knownAt(Instant moment) {
        return !moment.isBefore(knownFrom) && (knownUntil == null || moment.isBefore(knownUntil));
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    boolean holdsWithin(Quarter quarter) {
        return meets(from, until, quarter.peildatum(), quarter.until());
    }

    /** Whether both hold on some day and are known at some moment: two answers, where there may be one. */
    boolean clashesWith(Fact<?> other) {
        return meets(from, until, other.from, other.until)
                && meets(knownFrom, knownUntil, other.knownFrom, other.knownUntil);
    }

    private static <T extends Comparable<? super T>> boolean meets(T from, T until, T otherFrom, T otherUntil) {
        return (otherUntil == null || from.compareTo(otherUntil) < 0)
                && (until == null || otherFrom.compareTo(until) < 0);
    }
}
