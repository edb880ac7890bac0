package nl.mtvp.payment.entitlement.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.db.KnownContract.Dated;
import nl.mtvp.payment.entitlement.db.KnownContract.KnownInsurer;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.Holder;
import nl.mtvp.payment.entitlement.domain.Facts.Offset;
import nl.mtvp.payment.entitlement.domain.Facts.Share;
import nl.mtvp.payment.entitlement.domain.Facts.Source;
import nl.mtvp.payment.entitlement.domain.Facts.Tariff;
import nl.mtvp.payment.history.Histories;
import nl.mtvp.payment.history.Told;
import org.threeten.extra.YearQuarter;

/** What the tables hold after a history, without a database: the rows that are known, as {@link KnownContract} takes them. */
final class KnownFrom {

    static final Uzovi UZOVI = new Uzovi("0099");

    private static final Instant KNOWN = Instant.parse("2026-01-10T11:00:00Z");

    private final KnownInsurer insurer = new KnownInsurer(UZOVI);
    private final Map<Integer, KnownContract> contracts = new TreeMap<>();

    private final List<Delivered> deliveries = new ArrayList<>();

    private record Delivered(Source source, Told.Counts counts) {}

    KnownFrom(List<Told> told) {
        for (int i = 0; i < told.size(); i++) {
            take(told.get(i), source(i));
        }
    }

    /** Every contract in each of its quarters up to this one, in their order. */
    List<ContractQuarter> upTo(YearQuarter last) {
        var quarters = new ArrayList<ContractQuarter>();
        for (var contract : contracts.values()) {
            var start = YearQuarter.from(contract.startsOn);
            for (var quarter = start.isBefore(last) ? start : last;
                    !quarter.isAfter(last);
                    quarter = quarter.plusQuarters(1)) {
                quarters.add(contract.in(quarter));
            }
        }
        return quarters;
    }

    static UUID id(int contract) {
        return new UUID(0x0188_af0c_5100_7000L, Long.MIN_VALUE | contract);
    }

    private void take(Told fact, Source source) {
        if (fact instanceof Told.Tariff tariff) {
            // The newest is found first.
            insurer.tariffs.add(0, new Dated<>(tariff.from(), tariff.until(), new Tariff(tariff.cents(), source)));
        } else if (fact instanceof Told.Counts counts) {
            insurer.deliveries.put(quarter(counts.quarter()), source);
            deliveries.add(new Delivered(source, counts));
            contracts.values().forEach(contract -> count(contract, source, counts));
        } else if (fact instanceof Told.Accepted accepted) {
            var contract = new KnownContract(id(accepted.contract()));
            contract.isOf(insurer, accepted.startsOn(), source);
            contract.holders.add(new Dated<>(accepted.startsOn(), null, new Holder(agb(accepted.practice()), source)));
            deliveries.forEach(delivered -> count(contract, delivered.source(), delivered.counts()));
            contracts.put(accepted.contract(), contract);
        } else if (fact instanceof Told.OfContract about) {
            take(contracts.get(about.contract()), about, source);
        }
    }

    private static void count(KnownContract contract, Source delivery, Told.Counts counts) {
        counts.ion().forEach((practice, ion) -> contract.counted(agb(practice).code(), delivery.id(), ion));
    }

    private static void take(KnownContract contract, Told.OfContract fact, Source source) {
        if (fact instanceof Told.Left left) {
            contract.ends.add(new Dated<>(left.from(), null, source(left.id(), source)));
        } else if (fact instanceof Told.Annulled annulled) {
            contract.ends.add(new Dated<>(contract.startsOn, null, source(annulled.id(), source)));
        } else if (fact instanceof Told.ClawedBack clawback) {
            contract.clawbacks.add(new Clawback(
                    clawback.from(), clawback.until(), clawback.tenThousandths(), source(clawback.id(), source)));
        } else if (fact instanceof Told.Withdrawn withdrawn) {
            var id = source(withdrawn.id(), source).id();
            contract.ends.removeIf(end -> end.fact().id().equals(id));
            contract.clawbacks.removeIf(clawback -> clawback.source().id().equals(id));
        } else if (fact instanceof Told.Succeeded succeeded) {
            var last = contract.holders.remove(contract.holders.size() - 1);
            contract.holders.add(new Dated<>(last.from(), succeeded.on(), last.fact()));
            contract.holders.add(new Dated<>(succeeded.on(), null, new Holder(agb(succeeded.to()), source)));
        } else if (fact instanceof Told.Offset offset) {
            var known = new Offset(offset.cents(), source(offset.id(), source));
            contract.offsets.add(new Dated<>(offset.from(), offset.until(), known));
        } else if (fact instanceof Told.Share share) {
            var known = new Share("rho", share.tenThousandths(), share.cents(), source(share.id(), source));
            contract.shares.add(new Dated<>(share.from(), share.until(), known));
        } else if (fact instanceof Told.EndedEarly early) {
            var id = source(early.id(), source).id();
            contract.offsets.replaceAll(
                    offset -> offset.fact().source().id().equals(id) ? until(early.until(), offset) : offset);
            contract.shares.replaceAll(
                    share -> share.fact().source().id().equals(id) ? until(early.until(), share) : share);
        }
    }

    private static <T> Dated<T> until(LocalDate day, Dated<T> fact) {
        return new Dated<>(fact.from(), day, fact.fact());
    }

    private static YearQuarter quarter(int number) {
        return YearQuarter.from(Histories.peildatum(number));
    }

    static YearQuarter last() {
        return Quarters.of("2026-Q1");
    }

    private static Agb agb(int practice) {
        return new Agb("010099%02d".formatted(practice));
    }

    private static Source source(int number) {
        return new Source(new UUID(1, number), KNOWN.plusSeconds(number), KNOWN);
    }

    /** Of a fact that others name by its id. */
    private static Source source(int id, Source told) {
        return new Source(new UUID(2, id), told.knownAt(), told.sourceKnownAt());
    }
}
