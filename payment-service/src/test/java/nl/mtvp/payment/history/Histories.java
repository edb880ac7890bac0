package nl.mtvp.payment.history;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random histories as contract-service and an insurer could tell them: up to 60 facts of every kind over 12 quarters, up
 * to four contracts.
 */
public final class Histories {

    public static final LocalDate FIRST = LocalDate.of(2023, 4, 1);
    public static final int QUARTERS = 12;
    public static final int FACTS_MAX = 60;

    private static final int DAYS = 1_096;
    private static final int CONTRACTS_MAX = 4;
    private static final int PRACTICES_PER_CONTRACT = 4;

    private final Random random;
    private final List<Told> told = new ArrayList<>();
    private final List<Lived> contracts = new ArrayList<>();
    private int ids;

    private Histories(Random random) {
        this.random = random;
    }

    /** What a contract has been through, so that nothing impossible is told. */
    private static final class Lived {
        private int practice;
        private int practices = 1;
        private LocalDate holdsFrom;
        private boolean annulled;
        private final List<Integer> withdrawable = new ArrayList<>();
        private final List<Told.Offset> offsets = new ArrayList<>();
        private final List<Told.Share> shares = new ArrayList<>();
    }

    /** A history; the same for the same seed. */
    public static List<Told> of(long seed) {
        var random = new Random(seed);
        var history = new Histories(random);
        int facts = 10 + random.nextInt(FACTS_MAX - 9);
        history.accept();
        history.told.add(new Told.Tariff(FIRST.minusYears(1), null, history.cents()));
        while (history.told.size() < facts) {
            history.tell();
        }
        return List.copyOf(history.told);
    }

    /** The same facts in another order that could have been: those of one subject stay in theirs. */
    public static List<Told> shuffled(List<Told> told, Random random) {
        var subjects = new LinkedHashMap<String, Deque<Told>>();
        told.forEach(fact -> subjects.computeIfAbsent(fact.subject(), none -> new ArrayDeque<>())
                .add(fact));
        var left = new ArrayList<>(subjects.values());
        var shuffled = new ArrayList<Told>();
        while (!left.isEmpty()) {
            var subject = left.get(random.nextInt(left.size()));
            shuffled.add(subject.remove());
            if (subject.isEmpty()) {
                left.remove(subject);
            }
        }
        return shuffled;
    }

    public static LocalDate peildatum(int quarter) {
        return FIRST.plusMonths(3L * quarter);
    }

    private void tell() {
        int number = random.nextInt(contracts.size());
        var contract = contracts.get(number);
        switch (random.nextInt(14)) {
            case 0 -> told.add(new Told.Tariff(day(), later(0.6), cents()));
            case 1, 2, 3 -> told.add(new Told.Counts(random.nextInt(QUARTERS), counts()));
            case 4 -> accept();
            case 5, 6 -> {
                contract.withdrawable.add(ids);
                told.add(new Told.Left(number, ids++, random.nextBoolean(), day()));
            }
            case 7, 8 -> {
                var from = day();
                contract.withdrawable.add(ids);
                int part = random.nextInt(4) == 0 ? 10_000 : 1 + random.nextInt(9_999);
                told.add(new Told.ClawedBack(number, ids++, from, from.plusDays(1 + random.nextInt(200)), part));
            }
            case 9 -> {
                if (!contract.withdrawable.isEmpty()) {
                    int id = contract.withdrawable.remove(random.nextInt(contract.withdrawable.size()));
                    told.add(new Told.Withdrawn(number, id));
                }
            }
            case 10 -> succeed(number, contract);
            case 11 -> offset(number, contract);
            case 12 -> share(number, contract);
            default -> rare(number, contract);
        }
    }

    private void accept() {
        if (contracts.size() < CONTRACTS_MAX) {
            var contract = new Lived();
            int number = contracts.size();
            contract.practice = number * PRACTICES_PER_CONTRACT;
            contract.holdsFrom = peildatum(random.nextInt(QUARTERS - 2));
            contracts.add(contract);
            told.add(new Told.Accepted(number, contract.practice, contract.holdsFrom));
        }
    }

    private void succeed(int number, Lived contract) {
        var on = peildatum(random.nextInt(QUARTERS));
        if (on.isAfter(contract.holdsFrom) && contract.practices < PRACTICES_PER_CONTRACT) {
            int successor = number * PRACTICES_PER_CONTRACT + contract.practices++;
            told.add(new Told.Succeeded(number, ids++, contract.practice, successor, on));
            contract.practice = successor;
            contract.holdsFrom = on;
        }
    }

    private void offset(int number, Lived contract) {
        var from = day();
        var until = random.nextInt(3) == 0 ? null : from.plusDays(1 + random.nextInt(400));
        boolean free = contract.offsets.stream().noneMatch(other -> overlap(from, until, other.from(), other.until()));
        if (free) {
            var offset = new Told.Offset(number, ids++, from, until, 1 + random.nextInt(20_000_00));
            contract.offsets.add(offset);
            told.add(offset);
        }
    }

    private void share(int number, Lived contract) {
        int first = random.nextInt(QUARTERS);
        var from = peildatum(first);
        var until = random.nextInt(3) == 0 ? null : peildatum(first + 1 + random.nextInt(5));
        boolean free = contract.shares.stream().noneMatch(other -> overlap(from, until, other.from(), other.until()));
        if (free) {
            boolean percentage = random.nextBoolean();
            var share = new Told.Share(
                    number,
                    ids++,
                    from,
                    until,
                    percentage ? 1 + random.nextInt(10_000) : null,
                    percentage ? null : 1L + random.nextInt(200));
            contract.shares.add(share);
            told.add(share);
        }
    }

    private void rare(int number, Lived contract) {
        if (random.nextInt(4) == 0 && !contract.annulled) {
            contract.annulled = true;
            told.add(new Told.Annulled(number, ids++));
        } else if (random.nextBoolean() && !contract.offsets.isEmpty()) {
            // Its days stay taken: an ended one is not followed by another on them.
            var offset = contract.offsets.get(random.nextInt(contract.offsets.size()));
            endEarly(number, offset.id(), false, offset.from().plusDays(1 + random.nextInt(100)), offset.until());
        } else if (!contract.shares.isEmpty()) {
            var share = contract.shares.get(random.nextInt(contract.shares.size()));
            endEarly(number, share.id(), true, share.from().plusMonths(3L * (1 + random.nextInt(3))), share.until());
        }
    }

    private void endEarly(int number, int id, boolean share, LocalDate day, LocalDate until) {
        boolean ended = told.stream().anyMatch(fact -> fact instanceof Told.EndedEarly early && early.id() == id);
        if (!ended && (until == null || day.isBefore(until))) {
            told.add(new Told.EndedEarly(number, id, share, day));
        }
    }

    private Map<Integer, Long> counts() {
        var counts = new HashMap<Integer, Long>();
        for (int practice = 0; practice < CONTRACTS_MAX * PRACTICES_PER_CONTRACT; practice++) {
            if (random.nextInt(5) > 0) {
                counts.put(practice, 1L + random.nextInt(9_000));
            }
        }
        return counts;
    }

    private static boolean overlap(LocalDate from, LocalDate until, LocalDate otherFrom, LocalDate otherUntil) {
        return (until == null || otherFrom.isBefore(until)) && (otherUntil == null || from.isBefore(otherUntil));
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private LocalDate later(double open) {
        return random.nextDouble() < open ? null : FIRST.plusDays(DAYS + random.nextInt(100));
    }

    private long cents() {
        return 1 + random.nextInt(323);
    }
}
