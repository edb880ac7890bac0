package nl.mtvp.payment.entitlement.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.threeten.extra.YearQuarter;

/**
 * Everything that decides what is due for one contract and quarter (D41), as known at one moment. A count, tariff,
 * offset or share that is null is not known: it counts as none.
 */
public record Facts(
        YearQuarter quarter,
        Holder holder,
        Count count,
        Tariff tariff,
        InForce inForce,
        List<Clawback> clawbacks,
        Offset offset,
        Share share) {

    private static final Comparator<Clawback> IN_ORDER = Comparator.comparing(Clawback::from)
            .thenComparing(Clawback::until)
            .thenComparing(Clawback::tenThousandths)
            .thenComparing(clawback -> clawback.source().id().toString());

    public Facts {
        Objects.requireNonNull(quarter, "quarter");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(inForce, "inForce");
        clawbacks = clawbacks.size() < 2
                ? List.copyOf(clawbacks)
                : clawbacks.stream().sorted(IN_ORDER).toList();
    }

    Facts with(Holder other) {
        return new Facts(quarter, other, count, tariff, inForce, clawbacks, offset, share);
    }

    Facts with(Count other) {
        return new Facts(quarter, holder, other, tariff, inForce, clawbacks, offset, share);
    }

    /** The same, if the tariff were another one. */
    public Facts with(Tariff other) {
        return new Facts(quarter, holder, count, other, inForce, clawbacks, offset, share);
    }

    Facts with(InForce other) {
        return new Facts(quarter, holder, count, tariff, other, clawbacks, offset, share);
    }

    Facts with(List<Clawback> others) {
        return new Facts(quarter, holder, count, tariff, inForce, others, offset, share);
    }

    Facts with(Offset other) {
        return new Facts(quarter, holder, count, tariff, inForce, clawbacks, other, share);
    }

    Facts with(Share other) {
        return new Facts(quarter, holder, count, tariff, inForce, clawbacks, offset, other);
    }
}
