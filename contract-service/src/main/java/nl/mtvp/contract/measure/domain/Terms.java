package nl.mtvp.contract.measure.domain;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.time.Quarters;
import org.threeten.extra.YearQuarter;

/** What a measure does: stop a contract, or take money back. They are two facts, never one (D34). */
public sealed interface Terms {

    /** The first day on which they change something. */
    LocalDate firstDay();

    /** Everything that makes them impossible for a contract that starts on a day. */
    List<Fault> faults(LocalDate startsOn);

    /** What makes them impossible on the day on which they are proposed. */
    default List<Fault> faultsOn(LocalDate today) {
        return List.of();
    }

    /** Everything that is wrong with them, whichever contract they are for. */
    default List<Fault> foreseen(LocalDate today) {
        return faults(LocalDate.MIN, today);
    }

    /** What makes them impossible for a contract that is in force until a day, if it ends. */
    default List<Fault> faultsAfter(Optional<LocalDate> inForceUntil) {
        return List.of();
    }

    /** @throws InvalidInput naming every fault */
    default void require(LocalDate startsOn, LocalDate today, Optional<LocalDate> inForceUntil) {
        InvalidInput.ifAny(Stream.concat(faults(startsOn, today).stream(), faultsAfter(inForceUntil).stream())
                .toList());
    }

    /** Everything that makes them impossible on a day, for a contract that starts on a day. */
    default List<Fault> faults(LocalDate startsOn, LocalDate today) {
        return Stream.concat(faults(startsOn).stream(), faultsOn(today).stream())
                .toList();
    }

    /**
     * The end of a contract after a breach.
     *
     * @param stoppedFrom the first day on which the contract is not in force; not before the hearing was opened
     */
    @Embeddable
    record Stop(LocalDate stoppedFrom, LocalDate hearingOpenedOn) implements Terms {

        /** Choice: it is the answer to a breach, and stands in the way of a nearer one. */
        private static final int AHEAD_YEARS_MAX = 1;

        @Override
        public LocalDate firstDay() {
            return stoppedFrom;
        }

        @Override
        public List<Fault> faultsOn(LocalDate today) {
            var faults = new ArrayList<Fault>();
            if (hearingOpenedOn.isAfter(today)) {
                faults.add(Fault.inBody(
                        "/hearingOpenedOn", "in-the-future", "a practice is heard before it is stopped (D34)"));
            }
            var latest = today.plusYears(AHEAD_YEARS_MAX);
            if (stoppedFrom.isAfter(latest)) {
                faults.add(Fault.inBody(
                        "/stoppedFrom", "too-far-ahead", "a stop takes effect on " + latest + " at the latest (D34)"));
            }
            return faults;
        }

        @Override
        public List<Fault> faults(LocalDate startsOn) {
            var faults = new ArrayList<Fault>();
            if (stoppedFrom.isBefore(hearingOpenedOn)) {
                faults.add(Fault.inBody(
                        "/stoppedFrom",
                        "before-the-hearing",
                        "a contract stops on or after the day on which the hearing was opened (D34)"));
            }
            if (hearingOpenedOn.isBefore(startsOn)) {
                faults.add(Fault.inBody(
                        "/hearingOpenedOn",
                        "before-the-start",
                        "nobody is heard about a contract before it starts, on " + startsOn + " (D34)"));
            }
            if (stoppedFrom.isBefore(startsOn)) {
                faults.add(Fault.inBody(
                        "/stoppedFrom", "before-the-start", "the contract starts on " + startsOn + " (D34)"));
            }
            return faults;
        }
    }

    /**
     * Money that was used unlawfully, to be taken back over a period.
     *
     * @param clawedBackUntil exclusive
     */
    @Embeddable
    record Clawback(LocalDate clawedBackFrom, LocalDate clawedBackUntil, Percentage percentage) implements Terms {

        @Override
        public LocalDate firstDay() {
            return clawedBackFrom;
        }

        @Override
        public List<Fault> faultsAfter(Optional<LocalDate> inForceUntil) {
            return Contract.faultsOfBeginning(clawedBackFrom, inForceUntil, "/clawedBackFrom");
        }

        /** Choice: up to the end of the running quarter; what is not paid yet is not taken back. */
        @Override
        public List<Fault> faultsOn(LocalDate today) {
            var latest = Quarters.until(YearQuarter.from(today));
            return clawedBackUntil.isAfter(latest)
                    ? List.of(Fault.inBody(
                            "/clawedBackUntil",
                            "ahead",
                            "what is taken back was paid: the period ends on " + latest + " at the latest; a stop ends"
                                    + " what is still to come (D34)"))
                    : List.of();
        }

        @Override
        public List<Fault> faults(LocalDate startsOn) {
            var faults = new ArrayList<Fault>();
            if (!clawedBackUntil.isAfter(clawedBackFrom)) {
                faults.add(Fault.inBody(
                        "/clawedBackUntil",
                        "empty-period",
                        "a period ends after it begins; its end is exclusive (D34)"));
            }
            if (clawedBackFrom.isBefore(startsOn)) {
                faults.add(Fault.inBody(
                        "/clawedBackFrom",
                        "before-the-start",
                        "nothing was paid before the contract's start on " + startsOn + " (D34)"));
            }
            return faults;
        }
    }
}
