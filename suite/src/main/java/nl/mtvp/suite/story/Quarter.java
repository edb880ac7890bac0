package nl.mtvp.suite.story;

import java.time.LocalDate;
import java.util.Map;

/** A quarter by its peildatum, written {@code 2023-Q3}. */
record Quarter(LocalDate peildatum) {

    static final Quarter Q2_2023 = new Quarter(LocalDate.of(2023, 4, 1));
    static final Quarter Q3_2023 = new Quarter(LocalDate.of(2023, 7, 1));
    static final Quarter Q4_2023 = new Quarter(LocalDate.of(2023, 10, 1));
    static final Quarter Q1_2024 = new Quarter(LocalDate.of(2024, 1, 1));

    boolean isAfter(Quarter other) {
        return peildatum.isAfter(other.peildatum);
    }

    /** The share of a region's ION that may have started by this quarter (D16). */
    int ceilingPercent() {
        return Map.of(Q2_2023, 25, Q3_2023, 50, Q4_2023, 75).getOrDefault(this, 100);
    }

    @Override
    public String toString() {
        return peildatum.getYear() + "-Q" + (peildatum.getMonthValue() + 2) / 3;
    }
}
