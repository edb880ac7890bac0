package nl.mtvp.contract.compliance.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;

/**
 * What somebody wants to decide in a review (D33, D34).
 *
 * @param remedyUntil with REMEDY, and with it only: the first day on which it may be judged
 * @param stoppedFrom with BREACH, and with it only: the first day on which the contract is not in force
 */
public record Verdict(
        Outcome outcome,
        String grounds,
        Optional<LocalDate> remedyUntil,
        Optional<LocalDate> stoppedFrom,
        Optional<Claim> clawback) {

    /** Money that was used unlawfully, with the grounds of its own that it takes (D34). */
    public record Claim(Terms.Clawback terms, String grounds) {}

    public Verdict {
        Present.all(outcome, grounds);
    }

    /** @throws InvalidInput naming everything about it that no change in the world could mend */
    public void require(LocalDate today, Contract contract) {
        InvalidInput.ifAny(faults(today, contract));
    }

    /** What is wrong whichever contract it is about; what could not be read is null. */
    public static List<Fault> foreseen(
            Outcome outcome, LocalDate remedyUntil, LocalDate stoppedFrom, boolean clawback, LocalDate today) {
        var faults = new ArrayList<Fault>();
        if (remedyUntil != null && !remedyUntil.isAfter(today)) {
            faults.add(Fault.inBody("/remedyUntil", "not-ahead", "a remedy is due after today (D33)"));
        }
        if (outcome == null) {
            return faults;
        }
        with(Outcome.REMEDY, outcome, remedyUntil, "/remedyUntil", faults);
        with(Outcome.BREACH, outcome, stoppedFrom, "/stoppedFrom", faults);
        if (clawback && outcome != Outcome.BREACH) {
            faults.add(Fault.inBody("/clawback", "only-with-a-breach", "only a breach takes money back (D34)"));
        }
        return faults;
    }

    private List<Fault> faults(LocalDate today, Contract contract) {
        var faults = new ArrayList<>(
                foreseen(outcome, remedyUntil.orElse(null), stoppedFrom.orElse(null), clawback.isPresent(), today));
        var until = Stream.concat(contract.course().inForceUntil().stream(), stoppedFrom.stream())
                .min(LocalDate::compareTo);
        clawback.ifPresent(claim -> Stream.concat(
                        claim.terms().faults(contract.startsOn(), today).stream(),
                        claim.terms().faultsAfter(until).stream())
                .map(Verdict::inClawback)
                .forEach(faults::add));
        return faults;
    }

    /** The same fault of a clawback, where the clawback is part of a decision. */
    public static Fault inClawback(Fault fault) {
        return Fault.inBody("/clawback" + fault.location(), fault.code(), fault.detail());
    }

    private static void with(Outcome its, Outcome outcome, LocalDate day, String pointer, List<Fault> faults) {
        if (outcome == its && day == null) {
            faults.add(Fault.inBody(pointer, "missing", its + " takes this day (D33, D34)"));
        }
        if (outcome != its && day != null) {
            faults.add(Fault.inBody(pointer, "not-with-this-outcome", "only " + its + " takes this day (D33, D34)"));
        }
    }
}
