package nl.mtvp.verifier.audit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A quarter of a year, by its peildatum: its first day. */
record Quarter(LocalDate peildatum) implements Comparable<Quarter> {

    /** @param text like {@code 2023-Q2} */
    static Quarter parse(String text) {
        if (!text.matches("[0-9]{4}-Q[1-4]")) {
            throw new IllegalArgumentException(text);
        }
        return new Quarter(LocalDate.of(Integer.parseInt(text.substring(0, 4)), 3 * (text.charAt(6) - '1') + 1, 1));
    }

    static Quarter of(LocalDate day) {
        return new Quarter(LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1));
    }

    Quarter next() {
        return new Quarter(peildatum.plusMonths(3));
    }

    /** The first day after it. */
    LocalDate until() {
        return peildatum.plusMonths(3);
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(peildatum, until());
    }

    @Override
    public int compareTo(Quarter other) {
        return peildatum.compareTo(other.peildatum);
    }

    @Override
    public String toString() {
        return peildatum.getYear() + "-Q" + (peildatum.getMonthValue() + 2) / 3;
    }
}
