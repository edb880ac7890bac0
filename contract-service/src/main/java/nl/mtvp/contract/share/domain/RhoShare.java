package nl.mtvp.contract.share.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.time.Quarters;
import org.hibernate.annotations.EmbeddedColumnNaming;

/**
 * A part of what a contract pays that goes to the RHO (D49), from a quarter's first day on. The regioplan that the
 * contract stands on is its ground.
 *
 * @param benefit how it benefits the practice
 * @param consented the practice's signatory
 */
public record RhoShare(
        UUID id,
        UUID contractId,
        String rho,
        Part part,
        Period valid,
        String benefit,
        Ground ground,
        Signature consented,
        Optional<End> end) {

    /** The regioplan version that it stands on. */
    public record Ground(UUID regioplanVersionId, String regioplanContentHash) {}

    /** Why and by whom it was ended earlier than was agreed. */
    @Embeddable
    public record End(@Column(name = "end_reason") String reason, @EmbeddedColumnNaming("ended_%s") Signature by) {}

    public RhoShare {
        Present.all(id, contractId, rho, part, valid, benefit, ground, consented);
    }

    /** @throws InvalidInput naming everything that makes these days impossible for a share of this contract */
    public static void requireDays(LocalDate from, Optional<LocalDate> until, LocalDate contractStartsOn) {
        var faults = new ArrayList<>(faults(from, until.orElse(null)));
        if (from.isBefore(contractStartsOn)) {
            faults.add(Fault.inBody(
                    "/shareFrom",
                    "before-the-contract",
                    "the contract starts on " + contractStartsOn + "; no part of it is shared before (D49)"));
        }
        InvalidInput.ifAny(faults);
    }

    /** What makes these days impossible whichever contract it is of; a day that could not be read is null. */
    public static List<Fault> faults(LocalDate from, LocalDate until) {
        var faults = new ArrayList<Fault>();
        if (from != null && !Quarters.isPeildatum(from)) {
            faults.add(noFirstDay("/shareFrom"));
        }
        if (until != null && !Quarters.isPeildatum(until)) {
            faults.add(noFirstDay("/shareUntil"));
        }
        if (from != null && until != null && !until.isAfter(from)) {
            faults.add(Fault.inBody("/shareUntil", "no-day", "it ends after the day from which it holds"));
        }
        return faults;
    }

    /**
     * The same, ended earlier.
     *
     * @throws InvalidInput if the day is no quarter's first, or leaves it no day
     * @throws PartyRefused if it ends on or before that day
     */
    public RhoShare ended(LocalDate day, String reason, Signature by) {
        if (valid.hasDaysFrom(day)) {
            requireDays(valid.from(), Optional.of(day), valid.from());
        }
        return new RhoShare(
                id,
                contractId,
                rho,
                part,
                valid.endedOn(day),
                benefit,
                ground,
                consented,
                Optional.of(new End(reason, by)));
    }

    private static Fault noFirstDay(String pointer) {
        return Fault.inBody(
                pointer,
                "no-first-day-of-a-quarter",
                "a share begins and ends on the first day of a quarter, like 2023-07-01 (D49)");
    }
}
