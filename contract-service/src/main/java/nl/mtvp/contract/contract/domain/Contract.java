package nl.mtvp.contract.contract.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What an insurer and a practice agreed: at most one of a pair is in force on any day (D29), and it keeps the regioplan
 * version that it was signed on (D24).
 *
 * @param agb the practice that it was made with; who holds it on a day, {@link #holder} says
 * @param acceptedAt when it came about here: accepted, or recorded
 */
public record Contract(
        UUID id,
        Origin origin,
        Uzovi uzovi,
        Agb agb,
        Kvk kvk,
        Basis basis,
        LocalDate startsOn,
        Instant acceptedAt,
        String tariffSeries,
        String textVersion,
        Course course) {

    public Contract {
        Present.all(id, origin, uzovi, agb, kvk, basis, acceptedAt, course);
        if (course.stop().isPresent() && course.stop().get().stoppedFrom().isBefore(startsOn)) {
            throw new IllegalArgumentException("a contract does not stop before it starts");
        }
        if (course.end().isPresent() && course.end().get().endedFrom().isBefore(startsOn)) {
            throw new IllegalArgumentException("a contract does not end before it starts");
        }
    }

    public ContractState state(LocalDate today) {
        return ContractLife.state(course, today);
    }

    /** The practice that holds it today. */
    public Agb holder(LocalDate today) {
        return course.succession()
                .map(succession -> today.isBefore(succession.from()) ? succession.oldAgb() : succession.newAgb())
                .orElse(agb);
    }

    /** What is wrong with something that begins when the contract is not in force any more: it would never count. */
    public List<Fault> faultsOfBeginning(LocalDate day, String pointer) {
        return faultsOfBeginning(day, course.inForceUntil(), pointer);
    }

    /** The same of a contract that is in force until a day. */
    public static List<Fault> faultsOfBeginning(LocalDate day, Optional<LocalDate> inForceUntil, String pointer) {
        return inForceUntil
                .filter(until -> !day.isBefore(until))
                .map(until -> Fault.inBody(
                        pointer,
                        "after-the-end",
                        "from " + until + " on the contract is not in force, and nothing is due (D41)"))
                .stream()
                .toList();
    }

    /**
     * Holds a step against the contract's life.
     *
     * @throws ContractRefused if it was annulled; else what is given, where the step is not possible today
     */
    public void require(ContractStep step, LocalDate today, Supplier<? extends DomainFailure> otherwise) {
        if (!ContractLife.allows(course, step, today)) {
            throw course.annulment().isPresent() ? ContractRefused.isAnnulled() : otherwise.get();
        }
    }

    /** Which contracts somebody asks for; what is null does not narrow. */
    public record ContractFilter(Uzovi uzovi, Agb agb, ContractState state) {}
}
