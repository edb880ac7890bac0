package nl.mtvp.contract.measure.domain;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;

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

    /** @throws InvalidInput naming every fault */
    default void require(LocalDate startsOn, LocalDate today) {
        var faults = Stream.concat(faults(startsOn).stream(), faultsOn(today).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /**
     * The end of a contract after a breach.
     *
     * @param stoppedFrom the first day on which the contract is not in force; not before the hearing was opened
     */
    @Embeddable
    record Stop(LocalDate stoppedFrom, LocalDate hearingOpenedOn) implements Terms {

        @Override
        public LocalDate firstDay() {
            return stoppedFrom;
        }

        @Override
        public List<Fault> faultsOn(LocalDate today) {
            return hearingOpenedOn.isAfter(today)
                    ? List.of(Fault.inBody(
                            "/hearingOpenedOn", "in-the-future", "a practice is heard before it is stopped (D34)"))
                    : List.of();
        }

        @Override
        public List<Fault> faults(LocalDate startsOn) {
            if (stoppedFrom.isBefore(hearingOpenedOn)) {
                return List.of(Fault.inBody(
                        "/stoppedFrom",
                        "before-the-hearing",
                        "a contract stops on or after the day on which the hearing was opened (D34)"));
            }
            return stoppedFrom.isBefore(startsOn)
                    ? List.of(Fault.inBody(
                            "/stoppedFrom", "before-the-start", "the contract starts on " + startsOn + " (D34)"))
                    : List.of();
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
        public List<Fault> faults(LocalDate startsOn) {
            if (!clawedBackUntil.isAfter(clawedBackFrom)) {
                return List.of(Fault.inBody(
                        "/clawedBackUntil",
                        "empty-period",
                        "a period ends after it begins; its end is exclusive (D34)"));
            }
            return clawedBackFrom.isBefore(startsOn)
                    ? List.of(Fault.inBody(
                            "/clawedBackFrom",
                            "before-the-start",
                            "nothing was paid before the contract's start on " + startsOn + " (D34)"))
                    : List.of();
        }
    }
}
