package nl.mtvp.verifier.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import nl.mtvp.verifier.audit.Contract.Clawback;
import nl.mtvp.verifier.audit.Inputs.From;

/** All facts of the export, and what of them was known at a moment (D54). */
final class FactBook {

    /** The registrations of one peildatum, counted per practice. */
    record Delivery(UUID id, String uzovi, long accepted, Map<String, Long> counts, List<Change> changes) {}

    /** What a settlement changes in a practice's count, from a moment on and until another, which may be null (D39). */
    private record Change(String agb, long change, Instant from, Instant until) {}

    /** An insurer's facts; its contracts in the order of their ids as text. */
    static final class Insurer {
        final List<Fact<Long>> tariffs = new ArrayList<>();
        final Map<LocalDate, List<Fact<Delivery>>> deliveries = new HashMap<>();
        final Map<String, Contract> contracts = new TreeMap<>();
    }

    private final Map<String, Insurer> insurers = new TreeMap<>();
    private final Map<UUID, Contract> contracts = new HashMap<>();
    private final Map<UUID, Delivery> deliveries = new HashMap<>();
    private long size;

    /** Takes facts in the order of the export: whatever a fact refers to comes before it. */
    void add(FactRow told) {
        size++;
        var row = told.row();
        var insurer = insurer(row.uzovi("uzovi"));
        switch (told.kind()) {
            case CONTRACT -> {
                var contract =
                        new Contract(row.id("id"), row.uzovi("uzovi"), row.text("kvk"), told.fact(row.agb("agb")));
                insurer.contracts.put(contract.id.toString(), contract);
                require(contracts.put(contract.id, contract) == null, "tells contract " + contract.id + " twice");
            }
            case STOP, END -> contract(row).endings.add(told.fact(true));
            case HOLDER -> {
                var contract = contract(row);
                require(contract.kvk.equals(row.text("kvk")), "is another enterprise than that of the contract");
                require(
                        !row.id("id").equals(contract.id)
                                || contract.signed.value().equals(row.agb("agb")),
                        "is another practice than the one that signed the contract");
                contract.holders.add(told.fact(row.agb("agb")));
            }
            case CLAWBACK -> contract(row).clawbacks.add(told.fact(row.number("tenThousandths")));
            case OFFSET -> contract(row).offsets.add(told.fact(row.number("centsPerQuarter")));
            case SHARE -> contract(row).shares.add(told.fact(Inputs.share(row)));
            case TARIFF -> insurer.tariffs.add(told.fact(row.number("centsPerIon")));
            case DELIVERY -> {
                var delivery = new Delivery(
                        row.id("id"), row.uzovi("uzovi"), row.number("accepted"), new HashMap<>(), new ArrayList<>());
                var quarter = Quarter.of(row.day("validFrom"));
                require(
                        quarter.peildatum().equals(row.day("validFrom"))
                                && quarter.until().equals(row.day("validUntil")),
                        "is not about a quarter");
                insurer.deliveries
                        .computeIfAbsent(row.day("validFrom"), day -> new ArrayList<>())
                        .add(told.fact(delivery));
                require(deliveries.put(delivery.id(), delivery) == null, "tells delivery " + delivery.id() + " twice");
            }
            case COUNT -> {
                var delivery = delivery(row, "counts for");
                require(
                        delivery.counts().put(row.agb("agb").intern(), row.number("ion")) == null,
                        "counts a practice of a delivery twice");
            }
            case SETTLEMENT -> {
                var delivery = delivery(row, "settles in");
                delivery.changes()
                        .add(new Change(
                                row.agb("agb").intern(),
                                row.number("change"),
                                row.moment("knownFromAt"),
                                row.orNull("knownUntilAt", row::moment)));
            }
        }
    }

    private Delivery delivery(Row row, String does) {
        var delivery = deliveries.get(row.id("deliveryId"));
        require(
                delivery != null && delivery.uzovi().equals(row.uzovi("uzovi")),
                does + " a delivery that the export does not tell for this insurer");
        return delivery;
    }

    private Contract contract(Row row) {
        var contract = contracts.get(row.id("contractId"));
        require(
                contract != null && contract.uzovi.equals(row.uzovi("uzovi")),
                "is of a contract that the export does not tell for this insurer");
        return contract;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Unreadable(otherwise);
        }
    }

    long size() {
        return size;
    }

    Insurer insurer(String uzovi) {
        return insurers.computeIfAbsent(uzovi, code -> new Insurer());
    }

    Map<String, Insurer> insurers() {
        return insurers;
    }

    Contract contract(UUID id) {
        return contracts.get(id);
    }

    /** Everything that decides what is due for a contract and quarter, as known at a moment (D41). */
    Inputs inputs(Contract contract, Quarter quarter, Instant moment) {
        var insurer = insurer(contract.uzovi);
        var day = quarter.peildatum();
        Predicate<Fact<?>> onThePeildatum = fact -> fact.holdsOn(day);
        var delivery = only(insurer.deliveries.getOrDefault(day, List.of()), moment, onThePeildatum);
        // Which practice has the contract: that of the peildatum, or of the contract's start after it (D35).
        var begun = day.isBefore(contract.signed.from()) ? contract.signed.from() : day;
        var holder = only(contract.holders, moment, fact -> fact.holdsOn(begun));
        var endings = known(contract.endings, moment, fact -> true);
        var inForce = new ArrayList<Source>();
        inForce.add(contract.signed.source());
        endings.forEach(ending -> inForce.add(ending.source()));
        return new Inputs(
                quarter,
                holder,
                delivery == null ? null : counted(delivery, holder, moment),
                only(insurer.tariffs, moment, onThePeildatum),
                contract.signed.from(),
                endings.stream().map(Fact::from).min(LocalDate::compareTo).orElse(null),
                inForce,
                known(contract.clawbacks, moment, taken -> taken.holdsWithin(quarter)).stream()
                        .map(taken -> new Clawback(taken.from(), taken.until(), taken.value(), taken.source()))
                        .toList(),
                only(contract.offsets, moment, onThePeildatum),
                only(contract.shares, moment, onThePeildatum));
    }

    /** As delivered, and as settled since: then with the moment of the newest settlement or withdrawal of one (D39). */
    private static From<Long> counted(From<Delivery> delivery, From<String> holder, Instant moment) {
        if (holder == null) {
            return new From<>(0L, delivery.source());
        }
        long counted = delivery.value().counts().getOrDefault(holder.value(), 0L);
        var source = delivery.source();
        for (var change : delivery.value().changes()) {
            if (change.agb().equals(holder.value()) && !change.from().isAfter(moment)) {
                boolean ended = change.until() != null && !change.until().isAfter(moment);
                counted += ended ? 0 : change.change();
                var since = ended ? change.until() : change.from();
                if (since.isAfter(source.knownAt())) {
                    source = new Source(source.id(), since, source.sourceKnownAt());
                }
            }
        }
        return new From<>(counted, source);
    }

    /** The one that holds and is known; loops, because there are millions of such questions. */
    private static <V> From<V> only(List<Fact<V>> facts, Instant moment, Predicate<? super Fact<V>> holds) {
        for (var fact : facts) {
            if (fact.knownAt(moment) && holds.test(fact)) {
                return new From<>(fact.value(), fact.source());
            }
        }
        return null;
    }

    private static <V> List<Fact<V>> known(List<Fact<V>> facts, Instant moment, Predicate<? super Fact<V>> holds) {
        if (facts.isEmpty()) {
            return facts;
        }
        return facts.stream()
                .filter(fact -> fact.knownAt(moment) && holds.test(fact))
                .toList();
    }

    /** What must hold among the facts themselves: one answer per day and moment (D37), and counts that add up (D39). */
    void check(Differences differences) {
        for (var insurer : insurers.values()) {
            unambiguous(insurer.tariffs, "tariff", differences);
            for (var contract : insurer.contracts.values()) {
                unambiguous(contract.holders, "holder", differences);
                unambiguous(contract.offsets, "offset", differences);
                unambiguous(contract.shares, "share", differences);
            }
            for (var deliveries : insurer.deliveries.values()) {
                unambiguous(deliveries, "delivery", differences);
                for (var delivery : deliveries) {
                    var told = delivery.value();
                    var counted = told.counts().values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
                    differences
                            .at(delivery.where())
                            .same("the sum of the counts of delivery " + told.id(), told.accepted(), counted);
                }
            }
        }
    }

    private static <V> void unambiguous(List<Fact<V>> facts, String what, Differences differences) {
        for (int one = 0; one < facts.size(); one++) {
            var here = differences.at(facts.get(one).where());
            for (var there : facts.subList(0, one)) {
                here.require(
                        !facts.get(one).clashesWith(there),
                        "there is another " + what + " for the same day and moment at " + there.where());
            }
        }
    }
}
