package nl.mtvp.payment.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is due for a contract and quarter, once more: D41, D42 and D49 day by day over exact decimals, straight from what
 * was told, without a class of the service.
 */
public final class Oracle {

    /** In whole cents. */
    public record Due(long practice, long rho) {}

    private static final Due NOTHING = new Due(0, 0);

    private final List<Told> told;

    /** @param told everything known, in the order in which it became known */
    public Oracle(List<Told> told) {
        this.told = told;
    }

    /** Null when there is no such contract yet. */
    public Due due(int contract, int quarter) {
        var accepted = of(Told.Accepted.class, contract).findFirst().orElse(null);
        if (accepted == null) {
            return null;
        }
        var peildatum = Histories.peildatum(quarter);
        var ion = ion(quarter, holder(accepted, peildatum));
        var tariff = last(
                facts(Told.Tariff.class).filter(fact -> covers(fact.from(), fact.until(), peildatum)),
                Told.Tariff::cents);
        if (ion == null || tariff == null) {
            return NOTHING;
        }
        var paidDays = BigDecimal.ZERO;
        int daysInForce = 0;
        var until = peildatum.plusMonths(3);
        for (var day = peildatum; day.isBefore(until); day = day.plusDays(1)) {
            if (inForce(accepted, day)) {
                daysInForce++;
                paidDays = paidDays.add(left(contract, day));
            }
        }
        var days = BigDecimal.valueOf(until.toEpochDay() - peildatum.toEpochDay());
        var offset = BigDecimal.valueOf(offset(contract, peildatum)).multiply(BigDecimal.valueOf(daysInForce));
        var due = BigDecimal.valueOf(ion * tariff)
                .multiply(paidDays)
                .subtract(offset)
                .max(BigDecimal.ZERO)
                .divide(days, 0, RoundingMode.HALF_UP);
        var rho = rho(contract, peildatum, due, BigDecimal.valueOf(ion).multiply(paidDays), days);
        return new Due(due.subtract(rho).longValueExact(), rho.longValueExact());
    }

    private int holder(Told.Accepted accepted, LocalDate day) {
        int holder = accepted.practice();
        for (var succession : of(Told.Succeeded.class, accepted.contract()).toList()) {
            holder = succession.on().isAfter(day) ? holder : succession.to();
        }
        return holder;
    }

    private Long ion(int quarter, int practice) {
        return last(facts(Told.Counts.class).filter(fact -> fact.quarter() == quarter), fact -> fact.ion()
                .getOrDefault(practice, 0L));
    }

    private boolean inForce(Told.Accepted accepted, LocalDate day) {
        var withdrawn = withdrawn(accepted.contract());
        return !day.isBefore(accepted.startsOn())
                && of(Told.Annulled.class, accepted.contract()).findAny().isEmpty()
                && of(Told.Left.class, accepted.contract())
                        .filter(fact -> !withdrawn.contains(fact.id()))
                        .noneMatch(fact -> !fact.from().isAfter(day));
    }

    private BigDecimal left(int contract, LocalDate day) {
        var withdrawn = withdrawn(contract);
        int taken = of(Told.ClawedBack.class, contract)
                .filter(fact -> !withdrawn.contains(fact.id()) && covers(fact.from(), fact.until(), day))
                .mapToInt(Told.ClawedBack::tenThousandths)
                .sum();
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(taken, 4)).max(BigDecimal.ZERO);
    }

    private long offset(int contract, LocalDate day) {
        var cents = last(
                of(Told.Offset.class, contract).filter(fact -> holds(fact.id(), fact.from(), fact.until(), day)),
                Told.Offset::cents);
        return cents == null ? 0 : cents;
    }

    private BigDecimal rho(int contract, LocalDate peildatum, BigDecimal due, BigDecimal ionDays, BigDecimal days) {
        var share = last(
                of(Told.Share.class, contract).filter(fact -> holds(fact.id(), fact.from(), fact.until(), peildatum)),
                Function.identity());
        if (share == null) {
            return BigDecimal.ZERO;
        }
        return share.tenThousandths() != null
                ? due.multiply(BigDecimal.valueOf(share.tenThousandths(), 4)).setScale(0, RoundingMode.HALF_UP)
                : due.min(ionDays.multiply(BigDecimal.valueOf(share.cents())).divide(days, 0, RoundingMode.HALF_UP));
    }

    private boolean holds(int id, LocalDate from, LocalDate until, LocalDate day) {
        return covers(from, until, day)
                && facts(Told.EndedEarly.class).noneMatch(early -> early.id() == id && !day.isBefore(early.until()));
    }

    private static boolean covers(LocalDate from, LocalDate until, LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    private Set<Integer> withdrawn(int contract) {
        var withdrawn = new HashSet<Integer>();
        of(Told.Withdrawn.class, contract).forEach(fact -> withdrawn.add(fact.id()));
        return withdrawn;
    }

    private <T extends Told> Stream<T> facts(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast);
    }

    private <T extends Told.OfContract> Stream<T> of(Class<T> kind, int contract) {
        return facts(kind).filter(fact -> fact.contract() == contract);
    }

    private static <F, V> V last(Stream<F> facts, Function<F, V> value) {
        return facts.reduce((earlier, later) -> later).map(value).orElse(null);
    }
}
