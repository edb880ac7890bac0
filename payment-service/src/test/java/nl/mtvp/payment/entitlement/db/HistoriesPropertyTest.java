package nl.mtvp.payment.entitlement.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.history.Histories;
import nl.mtvp.payment.history.Oracle;
import nl.mtvp.payment.history.Told;
import nl.mtvp.payment.run.domain.ProposalDigest;
import nl.mtvp.payment.run.domain.ProposedLine;
import nl.mtvp.payment.run.domain.ProposedLine.Booked;
import org.threeten.extra.YearQuarter;

/**
 * Random histories of up to 60 facts over 12 quarters in the pure core: what the money must have, P1 to P4 and P6 to P8
 * (P5, P9 and P14 are the database's too, and tried there). The oracle is {@link Oracle}.
 */
class HistoriesPropertyTest {

    /** Tries times this many: 500 in every build, 20,000 with the profile full. */
    private static final int HISTORIES_PER_TRY = Scale.of(1, 40);

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void P1_to_P8_hold_for_random_histories(@ForAll long seed) {
        for (int i = 0; i < HISTORIES_PER_TRY; i++) {
            new Life(seed + i).live();
        }
    }

    private record Key(int contract, YearQuarter quarter) {}

    /** A ledger in memory, and the runs that fill it. */
    private static final class Books {

        private final Map<Key, Booked> posted = new HashMap<>();
        private final Map<Key, Amounts> booked = new HashMap<>();
        private int entries;

        /** Computes a run, in batches of so many contracts, and gives its hash; posts it if wanted. */
        String run(List<Told> told, YearQuarter quarter, int contractsAtOnce, boolean post) {
            var digest = new ProposalDigest(KnownFrom.UZOVI, quarter);
            var quarters = new KnownFrom(told).upTo(quarter);
            var contracts = new TreeSet<>(quarters.stream().map(Books::number).toList());
            for (int first = 0; first < contracts.size(); first += contractsAtOnce) {
                int from = first;
                for (var contract : quarters.stream()
                        .filter(one -> from <= number(one) && number(one) < from + contractsAtOnce)
                        .toList()) {
                    propose(contract, quarter).ifPresent(line -> {
                        digest.add(line);
                        if (post) {
                            post(line);
                        }
                    });
                }
            }
            return digest.hex();
        }

        /** The parts that a run would have. */
        long parts(List<Told> told, YearQuarter quarter) {
            return new KnownFrom(told)
                    .upTo(quarter).stream()
                            .flatMap(contract -> propose(contract, quarter).stream())
                            .mapToLong(line -> line.parts().size())
                            .sum();
        }

        private Optional<ProposedLine> propose(ContractQuarter contract, YearQuarter quarter) {
            var key = new Key(number(contract), contract.facts().quarter());
            var last = posted.get(key);
            var amounts = booked.get(key);
            var before = last == null ? null : new Booked(last.lineId(), last.facts(), amounts);
            return ProposedLine.of(contract, before, amounts != null, quarter);
        }

        private void post(ProposedLine line) {
            var key = new Key(number(line.contract()), line.contract().facts().quarter());
            for (var part : line.parts()) {
                var before = booked.getOrDefault(key, Amounts.ZERO);
                var after = before.plus(part.component(), part.cents());
                booked.put(key, after);
                entries++;
            }
            posted.put(key, new Booked(KnownFrom.id(entries), line.contract().facts(), null));
        }

        /** Without what nets to nothing: how it came about depends on the runs. */
        Map<Key, Amounts> booked() {
            var net = new HashMap<>(booked);
            net.values().removeIf(Amounts.ZERO::equals);
            return net;
        }

        private Amounts of(int contract, YearQuarter quarter) {
            return booked.getOrDefault(new Key(contract, quarter), Amounts.ZERO);
        }

        private static int number(ContractQuarter contract) {
            return (int) contract.contractId().getLeastSignificantBits();
        }
    }

    private static final class Life {

        private final long seed;
        private final Random random;
        private final List<Told> told;

        Life(long seed) {
            this.seed = seed;
            this.random = new Random(~seed);
            this.told = Histories.of(seed);
            assertTrue(told.size() <= Histories.FACTS_MAX);
        }

        void live() {
            var books = withRuns(told, 1 + random.nextInt(6));
            bookedIsDue(books, told);
            assertEquals(0, books.parts(told, KnownFrom.last()), "P1 a second run proposes nothing: " + seed);
            var other = withRuns(Histories.shuffled(told, random), 1 + random.nextInt(6));
            assertEquals(books.booked(), other.booked(), "P2 neither order nor batching matters: " + seed);
            nothingWithoutFacts();
            changeAndChangeBack(books);
            sameHashHoweverComputed();
        }

        /** Runs at random moments, whose quarters rise, and one at the end. */
        private static Books withRuns(List<Told> told, int runs, Random random) {
            var books = new Books();
            int quarter = random.nextInt(Histories.QUARTERS);
            for (int run = 1; run < runs; run++) {
                int known = told.size() * run / runs;
                books.run(told.subList(0, known), quarter(quarter), 1 + random.nextInt(4), true);
                quarter += random.nextInt(Histories.QUARTERS - quarter);
            }
            books.run(told, KnownFrom.last(), 1 + random.nextInt(4), true);
            return books;
        }

        private Books withRuns(List<Told> facts, int runs) {
            return withRuns(facts, runs, random);
        }

        /** P3: for each contract, quarter and component, and so in total. */
        private void bookedIsDue(Books books, List<Told> facts) {
            var oracle = new Oracle(facts);
            for (int contract = 0; oracle.due(contract, 0) != null; contract++) {
                for (int quarter = 0; quarter < Histories.QUARTERS; quarter++) {
                    var due = oracle.due(contract, quarter);
                    assertEquals(
                            new Amounts(due.practice(), due.rho()),
                            books.of(contract, quarter(quarter)),
                            "P3 contract %d in quarter %d of seed %d".formatted(contract, quarter, seed));
                }
            }
        }

        /** P4: without deliveries, or without tariffs, there is no euro; no practice is counted for two contracts. */
        private void nothingWithoutFacts() {
            for (var kind : List.of(Told.Counts.class, Told.Tariff.class)) {
                var without =
                        told.stream().filter(fact -> !kind.isInstance(fact)).toList();
                var books = new Books();
                books.run(without, KnownFrom.last(), 2, true);
                assertEquals(0, books.entries, "P4 no fact, no euro: " + seed);
            }
            var counted = new TreeSet<String>();
            for (var contract : new KnownFrom(told).upTo(KnownFrom.last())) {
                assertTrue(counted.add(contract.facts().quarter() + " " + contract.agb()), "P4 counted twice: " + seed);
            }
        }

        /** P6: a clawback of everything, a run, its withdrawal, a run: the same amounts, and more entries. */
        private void changeAndChangeBack(Books books) {
            var before = books.booked();
            int entries = books.entries;
            var changed = new ArrayList<>(told);
            changed.add(
                    new Told.ClawedBack(0, Integer.MAX_VALUE, Histories.FIRST, Histories.FIRST.plusYears(4), 10_000));
            books.run(changed, KnownFrom.last(), 1, true);
            bookedIsDue(books, changed);
            int taken = books.entries;
            changed.add(new Told.Withdrawn(0, Integer.MAX_VALUE));
            books.run(changed, KnownFrom.last(), 1, true);
            assertEquals(before, books.booked(), "P6 change and change back: " + seed);
            assertEquals(taken - entries, books.entries - taken, "P6 the history is kept: " + seed);
        }

        /** P7, P8: a preview is the run, and the batches do not matter. */
        private void sameHashHoweverComputed() {
            var books = new Books();
            int half = told.size() / 2;
            books.run(told.subList(0, half), KnownFrom.last(), 4, true);
            var preview = books.run(told, KnownFrom.last(), 1, false);
            assertEquals(preview, books.run(told, KnownFrom.last(), 2, false), "P8 whatever the batches: " + seed);
            assertEquals(preview, books.run(told, KnownFrom.last(), 4, true), "P7 a preview is the run: " + seed);
        }

        private static YearQuarter quarter(int number) {
            return YearQuarter.from(Histories.peildatum(number));
        }
    }
}
