package nl.mtvp.payment.entitlement.db;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.db.KnownContract.Dated;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.Count;
import nl.mtvp.payment.entitlement.domain.Facts.Holder;
import nl.mtvp.payment.entitlement.domain.Facts.InForce;
import nl.mtvp.payment.entitlement.domain.Facts.Offset;
import nl.mtvp.payment.entitlement.domain.Facts.Share;
import nl.mtvp.payment.entitlement.domain.Facts.Source;
import nl.mtvp.payment.entitlement.domain.Facts.Tariff;
import org.threeten.extra.YearQuarter;

/** What is known of a contract, from which the facts of each of its quarters follow. */
final class KnownContract {

    final UUID id;
    /** The patients of each AGB that ever has the contract, by delivery. */
    private final Map<String, Map<UUID, Long>> counts = new HashMap<>();

    /** What the insurer settled since about them, by delivery. */
    private final Map<String, Map<UUID, Settled>> settled = new HashMap<>();

    final List<Dated<Holder>> holders = new ArrayList<>();
    final List<Dated<Source>> ends = new ArrayList<>();
    final List<Clawback> clawbacks = new ArrayList<>();
    final List<Dated<Offset>> offsets = new ArrayList<>();
    final List<Dated<Share>> shares = new ArrayList<>();
    LocalDate startsOn;
    private KnownInsurer insurer;
    private Source source;
    private InForce inForce;

    KnownContract(UUID id) {
        this.id = id;
    }

    void isOf(KnownInsurer knownInsurer, LocalDate intendedStart, Source contract) {
        insurer = knownInsurer;
        startsOn = intendedStart;
        source = contract;
    }

    void counted(String agb, UUID delivery, long ion) {
        counts.computeIfAbsent(agb, none -> new HashMap<>()).put(delivery, ion);
    }

    void settled(String agb, Settled change) {
        settled.computeIfAbsent(agb, none -> new HashMap<>())
                .put(change.source().id(), change);
    }

    /** The facts of a quarter; count, tariff, offset, share and holder are those of its peildatum (D41). */
    ContractQuarter in(YearQuarter quarter) {
        var peildatum = Quarters.peildatum(quarter);
        var holder = holder(peildatum);
        var facts = new Facts(
                quarter,
                holder,
                count(quarter, holder.agb()),
                insurer.tariff(quarter),
                inForce(),
                clawbacks(peildatum, Quarters.until(quarter)),
                Dated.on(peildatum, offsets),
                Dated.on(peildatum, shares));
        return new ContractQuarter(id, insurer.uzovi, facts);
    }

    /** Before the contract's start: who has it then. */
    private Holder holder(LocalDate peildatum) {
        var held = Dated.on(peildatum.isBefore(startsOn) ? startsOn : peildatum, holders);
        return Objects.requireNonNull(held, () -> "nobody holds contract " + id + " on " + peildatum);
    }

    private Count count(YearQuarter quarter, Agb agb) {
        var delivery = insurer.deliveries.get(quarter);
        if (delivery == null) {
            return null;
        }
        long ion = counts.getOrDefault(agb.code(), Map.of()).getOrDefault(delivery.id(), 0L);
        var change = settled.getOrDefault(agb.code(), Map.of()).get(delivery.id());
        return change == null ? new Count(ion, delivery) : new Count(ion + change.change(), change.source());
    }

    private InForce inForce() {
        if (inForce == null) {
            var until = ends.stream().map(Dated::from).min(Comparator.naturalOrder());
            var sources = Stream.concat(
                    Stream.of(source),
                    ends.stream().map(Dated::fact).sorted(Comparator.comparing(Source::id, KnownFacts.BY_BYTES)));
            inForce = new InForce(startsOn, until.orElse(null), sources.toList());
        }
        return inForce;
    }

    private List<Clawback> clawbacks(LocalDate from, LocalDate until) {
        return clawbacks.isEmpty()
                ? List.of()
                : clawbacks.stream()
                        .filter(clawback -> clawback.from().isBefore(until)
                                && clawback.until().isAfter(from))
                        .toList();
    }

    /**
     * What settlements change in a delivery's count (D39).
     *
     * @param source the delivery, and when the newest of them was recorded
     */
    record Settled(long change, Source source) {}

    /**
     * A fact with the days on which it holds.
     *
     * @param until the first day on which it does not; null while that is open
     */
    record Dated<T>(LocalDate from, LocalDate until, T fact) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }

        /** The fact of a day, of which the database keeps at most one; null when there is none. */
        static <T> T on(LocalDate day, List<Dated<T>> facts) {
            for (var dated : facts) {
                if (dated.covers(day)) {
                    return dated.fact();
                }
            }
            return null;
        }
    }

    /** What is known of an insurer, the same for all its contracts: deliveries by quarter, and tariffs. */
    static final class KnownInsurer {

        final Uzovi uzovi;
        final Map<YearQuarter, Source> deliveries = new HashMap<>();
        final List<Dated<Tariff>> tariffs = new ArrayList<>();

        KnownInsurer(Uzovi uzovi) {
            this.uzovi = uzovi;
        }

        /** The tariff of the quarter's peildatum; null when there is none. */
        Tariff tariff(YearQuarter quarter) {
            return Dated.on(Quarters.peildatum(quarter), tariffs);
        }
    }
}
