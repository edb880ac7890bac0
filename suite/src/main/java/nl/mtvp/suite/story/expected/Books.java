package nl.mtvp.suite.story.expected;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the runs should come to, kept apart from the services: the story tells it each fact as it becomes known, and it
 * works out the next run from them (D41-D45).
 */
public final class Books {

    private final Map<Pair, Contract> contracts = new LinkedHashMap<>();
    private final Map<LineKey, Long> counts = new HashMap<>();
    private final Map<String, BigDecimal> tariffs = new HashMap<>();
    private final Map<LineKey, Facts> posted = new HashMap<>();
    private final Map<Pair, BigDecimal> owed = new LinkedHashMap<>();

    /** An insurer and a practice. */
    public record Pair(String uzovi, String agb) {}

    /** A contract and a quarter, by its peildatum. */
    public record LineKey(Pair pair, LocalDate peildatum) {}

    /** A cause with its amount in euro. */
    public record Part(String cause, BigDecimal amount) {}

    /** A line that books something. */
    public record Line(LineKey key, List<Part> parts) {}

    private static final class Contract {
        private final LocalDate from;
        private LocalDate until;
        private final List<Facts.Clawback> clawbacks = new ArrayList<>();

        private Contract(LocalDate from) {
            this.from = from;
        }
    }

    public void accepted(Pair pair, LocalDate startsOn) {
        contracts.put(pair, new Contract(startsOn));
    }

    /** @param ion patients of the practice at the insurer; a newer delivery replaces an older one */
    public void counted(Pair pair, LocalDate peildatum, long ion) {
        counts.put(new LineKey(pair, peildatum), ion);
    }

    /** Valid from the beginning of the scheme on; a newer one revises the older. */
    public void tariff(String uzovi, BigDecimal euroPerIonPerQuarter) {
        tariffs.put(uzovi, euroPerIonPerQuarter);
    }

    public void stopped(Pair pair, LocalDate firstDayNotInForce) {
        contracts.get(pair).until = firstDayNotInForce;
    }

    public void clawedBack(Pair pair, LocalDate from, LocalDate until, BigDecimal percentage) {
        contracts.get(pair).clawbacks.add(new Facts.Clawback(from, until, percentage));
    }

    public void clawbacksWithdrawn(Pair pair) {
        contracts.get(pair).clawbacks.clear();
    }

    /** How many contracts an insurer has. */
    public long contractsOf(String uzovi) {
        return contracts.keySet().stream()
                .filter(pair -> pair.uzovi().equals(uzovi))
                .count();
    }

    /** The next run of an insurer: what it books, line by line. It counts as posted from here on. */
    public List<Line> run(String uzovi, LocalDate peildatum) {
        var lines = new ArrayList<Line>();
        contracts.forEach((pair, contract) -> {
            if (!pair.uzovi().equals(uzovi)) {
                return;
            }
            for (var quarter = quarterOf(contract.from); !quarter.isAfter(peildatum); quarter = quarter.plusMonths(3)) {
                var key = new LineKey(pair, quarter);
                var now = facts(key, contract);
                var before = posted.put(key, now);
                // At first one part, whatever reduces it (D44).
                var cause = quarter.equals(peildatum) ? "REGULAR" : "RETROACTIVE";
                var parts = before == null ? notZero(List.of(new Part(cause, now.due()))) : corrections(before, now);
                parts.forEach(part -> owed.merge(pair, part.amount(), BigDecimal::add));
                if (!parts.isEmpty()) {
                    lines.add(new Line(key, parts));
                }
            }
        });
        return lines;
    }

    /** The practices that an insurer owes something, with the amount: everything that its runs booked. */
    public Map<String, BigDecimal> owedBy(String uzovi) {
        var amounts = new LinkedHashMap<String, BigDecimal>();
        owed.forEach((pair, amount) -> {
            if (pair.uzovi().equals(uzovi) && amount.signum() > 0) {
                amounts.put(pair.agb(), amount);
            }
        });
        return amounts;
    }

    public static BigDecimal total(List<Line> lines) {
        return perCause(lines).values().stream().reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    /** The amount of each cause that has parts. */
    public static Map<String, BigDecimal> perCause(List<Line> lines) {
        var totals = new TreeMap<String, BigDecimal>();
        lines.forEach(line -> line.parts().forEach(part -> totals.merge(part.cause(), part.amount(), BigDecimal::add)));
        return totals;
    }

    private Facts facts(LineKey key, Contract contract) {
        return new Facts(
                key.peildatum(),
                counts.get(key),
                tariffs.get(key.pair().uzovi()),
                contract.from,
                contract.until,
                List.copyOf(contract.clawbacks));
    }

    /** One fact at a time, old by new, in the order of D44; a part is the difference of two rounded amounts. */
    private static List<Part> corrections(Facts old, Facts now) {
        var day = now.peildatum();
        var count = new Facts(day, now.ion(), old.tariff(), old.from(), old.until(), old.clawbacks());
        var tariff = new Facts(day, now.ion(), now.tariff(), old.from(), old.until(), old.clawbacks());
        var coverage = new Facts(day, now.ion(), now.tariff(), now.from(), now.until(), old.clawbacks());
        return notZero(List.of(
                new Part("ION_CORRECTION", count.due().subtract(old.due())),
                new Part("TARIFF_REVISION", tariff.due().subtract(count.due())),
                new Part("COVERAGE", coverage.due().subtract(tariff.due())),
                new Part("CLAWBACK", now.due().subtract(coverage.due()))));
    }

    private static List<Part> notZero(List<Part> parts) {
        return parts.stream().filter(part -> part.amount().signum() != 0).toList();
    }

    private static LocalDate quarterOf(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }
}
