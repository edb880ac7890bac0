package nl.mtvp.payment.entitlement.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
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

    /** The practice that has a contract on a quarter's peildatum: it is counted and paid (D35, D41). */
    public record Holder(Agb agb, Source source) {

        public Holder {
            Objects.requireNonNull(agb, "agb");
            Objects.requireNonNull(source, "source");
        }
    }

    /** The patients registered with one practice on a peildatum, as an insurer's delivery says (D38). */
    public record Count(long ion, Source source) {

        public Count {
            Objects.requireNonNull(source, "source");
            if (ion < 0) {
                throw new IllegalArgumentException("a count is never negative");
            }
        }
    }

    /** What one registered patient is worth in a quarter, in cents (D37). */
    public record Tariff(long centsPerIon, Source source) {

        public Tariff {
            Objects.requireNonNull(source, "source");
            if (centsPerIon <= 0) {
                throw new IllegalArgumentException("a tariff is positive");
            }
        }
    }

    /**
     * The days on which a contract is in force: from its intended start, up to but excluding its stop or
     * end, whichever comes first (D28, D34, D35). An annulment ends it on its first day, so no day is left.
     *
     * @param until the first day not in force; null while nothing ends it
     * @param sources the contract, and the stops, ends and annulment that are known
     */
    public record InForce(LocalDate from, LocalDate until, List<Source> sources) {

        public InForce {
            Objects.requireNonNull(from, "from");
            sources = List.copyOf(sources);
        }
    }

    /**
     * A period over which a part of the money is taken back (D34).
     *
     * @param until the first day that it leaves alone
     * @param tenThousandths the part: 10,000 is all of it, 3,333 is 33.33 %
     */
    public record Clawback(LocalDate from, LocalDate until, int tenThousandths, Source source) {

        public static final int WHOLE = 10_000;

        public Clawback {
            Objects.requireNonNull(source, "source");
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("a clawback is over at least one day");
            }
            if (tenThousandths < 1 || tenThousandths > WHOLE) {
                throw new IllegalArgumentException("a clawback takes more than nothing and at most everything");
            }
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    /** What an older agreement pays already, in cents a quarter, deducted by the days in force (D32). */
    public record Offset(long centsPerQuarter, Source source) {

        public Offset {
            Objects.requireNonNull(source, "source");
            if (centsPerQuarter < 0) {
                throw new IllegalArgumentException("an offset is never negative");
            }
        }
    }

    /**
     * The part of what is due that goes to the practice's RHO: a percentage, or cents per ION (D49). Exactly one of both.
     *
     * @param tenThousandths 1,250 is 12.5 %
     */
    public record Share(String rho, Integer tenThousandths, Long centsPerIon, Source source) {

        public Share {
            Objects.requireNonNull(rho, "rho");
            Objects.requireNonNull(source, "source");
            if ((tenThousandths == null) == (centsPerIon == null)) {
                throw new IllegalArgumentException("a share is a percentage, or cents per ION");
            }
            if (tenThousandths != null && (tenThousandths < 0 || tenThousandths > Clawback.WHOLE)) {
                throw new IllegalArgumentException("a share is between nothing and everything");
            }
            if (centsPerIon != null && centsPerIon < 0) {
                throw new IllegalArgumentException("a share is never negative");
            }
        }
    }

    /**
     * Where a fact came from and when it was known (D53, D54).
     *
     * @param id of the delivery, tariff, contract, succession, stop, end, annulment, clawback, offset or share that said so
     * @param knownAt when this service recorded it
     * @param sourceKnownAt when its source learned it; null when this service is the source
     */
    public record Source(UUID id, Instant knownAt, Instant sourceKnownAt) {

        public Source {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(knownAt, "knownAt");
        }
    }
}
