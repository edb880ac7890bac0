package nl.mtvp.suite.story.expected;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.mtvp.suite.story.expected.Books.Pair;
import org.junit.jupiter.api.Test;

/** The worked examples of the domain (section 6), so that the expectations of the story are themselves held to them. */
class BooksTest {

    private static final Pair PAIR = new Pair("3332", "01999901");
    private static final LocalDate Q2 = LocalDate.of(2023, 4, 1);
    private static final LocalDate Q3 = LocalDate.of(2023, 7, 1);
    private static final LocalDate Q4 = LocalDate.of(2023, 10, 1);
    private static final LocalDate STOP = LocalDate.of(2023, 11, 15);

    private final Books books = new Books();

    @Test
    void example_1_a_retroactive_and_a_regular_quarter() {
        assertEquals(parts("RETROACTIVE", "12124.80", "REGULAR", "12240.00"), firstRun());
    }

    @Test
    void example_2_an_ION_correction() {
        firstRun();
        books.counted(PAIR, Q2, 4_198);
        assertEquals(parts("ION_CORRECTION", "-34.56", "REGULAR", "12268.80"), run(Q4));
    }

    @Test
    void example_3_a_tariff_revision() {
        firstRun();
        books.counted(PAIR, Q2, 4_198);
        run(Q4);
        books.tariff("3332", new BigDecimal("2.95"));
        assertEquals(parts("TARIFF_REVISION", "889.56"), run(Q4));
    }

    @Test
    void examples_4_and_5_a_stop_a_clawback_and_its_withdrawal() {
        firstRun();
        books.tariff("3332", new BigDecimal("2.95"));
        run(Q4);
        books.stopped(PAIR, STOP);
        assertEquals(parts("COVERAGE", "-6420.10"), run(Q4));
        books.clawedBack(PAIR, Q4, STOP, new BigDecimal("100"));
        assertEquals(parts("CLAWBACK", "-6146.90"), run(Q4));
        books.clawbacksWithdrawn(PAIR);
        assertEquals(parts("CLAWBACK", "6146.90"), run(Q4));
        assertEquals(Map.of(), run(Q4));
    }

    @Test
    void example_8_four_facts_at_once() {
        firstRun();
        run(Q4);
        books.counted(PAIR, Q4, 4_251);
        books.tariff("3332", new BigDecimal("2.95"));
        books.stopped(PAIR, STOP);
        books.clawedBack(PAIR, Q4, STOP, new BigDecimal("50"));
        var q4 = books.run("3332", Q4).stream()
                .filter(line -> line.key().peildatum().equals(Q4))
                .toList();
        assertEquals(
                parts(
                        "ION_CORRECTION",
                        "-25.92",
                        "TARIFF_REVISION",
                        "297.57",
                        "COVERAGE",
                        "-6406.53",
                        "CLAWBACK",
                        "-3066.96"),
                Books.perCause(q4));
        assertEquals(new BigDecimal("-9201.84"), Books.total(q4));
    }

    @Test
    void example_9_a_stop_inside_days_that_are_clawed_back_books_nothing() {
        firstRun();
        books.clawedBack(PAIR, Q4, LocalDate.of(2024, 1, 1), new BigDecimal("100"));
        run(Q4);
        books.stopped(PAIR, STOP);
        assertEquals(Map.of(), run(Q4));
    }

    @Test
    void example_10_two_clawbacks_add_up() {
        var days = List.of(
                new Facts.Clawback(Q4, LocalDate.of(2024, 1, 1), new BigDecimal("50")),
                new Facts.Clawback(Q4, LocalDate.of(2024, 1, 1), new BigDecimal("30")));
        var facts = new Facts(Q4, 4_260L, new BigDecimal("2.95"), Q2, null, days);
        assertEquals(new BigDecimal("2513.40"), facts.due());
    }

    private Map<String, BigDecimal> firstRun() {
        books.tariff("3332", new BigDecimal("2.88"));
        books.counted(PAIR, Q2, 4_210);
        books.counted(PAIR, Q3, 4_250);
        books.counted(PAIR, Q4, 4_260);
        books.accepted(PAIR, Q2);
        return run(Q3);
    }

    private Map<String, BigDecimal> run(LocalDate peildatum) {
        return Books.perCause(books.run("3332", peildatum));
    }

    private static Map<String, BigDecimal> parts(String... causesAndAmounts) {
        var parts = new java.util.TreeMap<String, BigDecimal>();
        for (int at = 0; at < causesAndAmounts.length; at += 2) {
            parts.put(causesAndAmounts[at], new BigDecimal(causesAndAmounts[at + 1]));
        }
        return parts;
    }
}
