package nl.mtvp.verifier.audit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mtvp.verifier.audit.Contract.Clawback;
import nl.mtvp.verifier.audit.Contract.Share;

/** The facts that decide what is due for one contract and quarter, as known at one moment; null is: none (D41). */
record Inputs(
        Quarter quarter,
        From<String> holder,
        From<Long> ion,
        From<Long> tariff,
        LocalDate from,
        LocalDate until,
        List<Source> inForce,
        List<Clawback> clawbacks,
        From<Long> offset,
        From<Share> share) {

    private static final Comparator<Clawback> CLAWBACKS_IN_ORDER = Comparator.comparing(Clawback::from)
            .thenComparing(Clawback::until)
            .thenComparing(Clawback::tenThousandths)
            .thenComparing(clawback -> clawback.source().id().toString());

    /** A value, and where it came from. */
    record From<V>(V value, Source source) {}

    Inputs {
        inForce = sorted(inForce, Comparator.comparing(source -> source.id().toString()));
        clawbacks = sorted(clawbacks, CLAWBACKS_IN_ORDER);
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        return list.size() < 2 ? List.copyOf(list) : list.stream().sorted(order).toList();
    }

    /** As a line of the export tells it. */
    static Inputs read(Row row) {
        var inForce = row.object("inForce");
        return new Inputs(
                row.quarter("quarter"),
                from(row, "holder", holder -> holder.agb("agb")),
                from(row, "count", count -> count.number("ion")),
                from(row, "tariff", tariff -> tariff.number("centsPerIon")),
                inForce.day("from"),
                inForce.orNull("until", inForce::day),
                inForce.objects("sources").stream().map(Source::read).toList(),
                row.objects("clawbacks").stream()
                        .map(clawback -> new Clawback(
                                clawback.day("from"),
                                clawback.day("until"),
                                clawback.number("tenThousandths"),
                                Source.read(clawback.object("source"))))
                        .toList(),
                from(row, "offset", offset -> offset.number("centsPerQuarter")),
                from(row, "share", Inputs::share));
    }

    static Share share(Row row) {
        return new Share(
                row.text("rho"), row.orNull("tenThousandths", row::number), row.orNull("centsPerIon", row::number));
    }

    private static <V> From<V> from(Row row, String name, Function<Row, V> value) {
        var fact = row.orNull(name, row::object);
        return fact == null ? null : new From<>(value.apply(fact), Source.read(fact.object("source")));
    }

    /** Tells each of them that a line tells otherwise. */
    void compare(Inputs told, Differences.At here) {
        here.same("facts.quarter", quarter, told.quarter);
        here.same("facts.holder", holder, told.holder);
        here.same("facts.count", ion, told.ion);
        here.same("facts.tariff", tariff, told.tariff);
        here.same("facts.inForce.from", from, told.from);
        here.same("facts.inForce.until", until, told.until);
        here.same("facts.inForce.sources", inForce, told.inForce);
        here.same("facts.clawbacks", clawbacks, told.clawbacks);
        here.same("facts.offset", offset, told.offset);
        here.same("facts.share", share, told.share);
    }

    boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** In ten-thousandths, which may be more than all. */
    long clawedBackOn(LocalDate day) {
        long sum = 0;
        for (var clawback : clawbacks) {
            if (!day.isBefore(clawback.from()) && day.isBefore(clawback.until())) {
                sum += clawback.tenThousandths();
            }
        }
        return sum;
    }

    /** D45: why nothing is booked in a run's own quarter: the first step after which the exact amount is zero. */
    String zeroReason() {
        if (Amounts.due(this).total() != 0) {
            return "ALREADY_BOOKED";
        }
        if (quarter.peildatum().datesUntil(quarter.until()).noneMatch(this::inForceOn)) {
            return from.isBefore(quarter.until()) ? "ENDED" : "NOT_STARTED";
        }
        if (ion == null) {
            return "NO_DELIVERY";
        }
        if (tariff == null) {
            return "NO_TARIFF";
        }
        if (ion.value() == 0) {
            return "NO_ION";
        }
        if (Amounts.paid(this) == 0) {
            return "CLAWED_BACK";
        }
        return Amounts.exactly(this).signum() == 0 ? "OFFSET" : "ROUNDED_TO_ZERO";
    }

    /** As it stands in the proposal hash (D46). */
    String canonical() {
        var taken = clawbacks.stream()
                .map(clawback -> clawback.from() + "/" + clawback.until() + "/" + clawback.tenThousandths())
                .collect(Collectors.joining(","));
        return String.join(
                "|",
                value(holder),
                value(ion),
                value(tariff),
                from.toString(),
                Hashes.orDash(until),
                taken.isEmpty() ? "-" : taken,
                value(offset),
                share == null ? "-" : canonical(share.value()));
    }

    private static String value(From<?> fact) {
        return fact == null ? "-" : fact.value().toString();
    }

    private static String canonical(Share share) {
        return share.rho() + "/" + Hashes.orDash(share.tenThousandths()) + "/" + Hashes.orDash(share.centsPerIon());
    }
}
