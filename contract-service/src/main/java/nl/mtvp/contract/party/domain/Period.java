package nl.mtvp.contract.party.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.time.Quarters;

/**
 * The days on which something holds.
 *
 * @param until the first day on which it no longer does; nothing while that is open
 */
public record Period(LocalDate from, Optional<LocalDate> until) {

    public Period {
        Present.all(from);
        if (until.isPresent() && !until.get().isAfter(from)) {
            throw new IllegalArgumentException("a period has at least one day");
        }
    }

    /** What is wrong with a period of something that counts on peildata only: it would never count. */
    public static List<Fault> faultsOnPeildata(LocalDate from, Optional<LocalDate> until) {
        var faults = faults(from, until);
        return from != null && faults.isEmpty() && until.isPresent() && !Quarters.anyPeildatum(from, until.get())
                ? List.of(
                        Fault.inBody(
                                "/validUntil",
                                "no-peildatum",
                                "no peildatum of the scheme, " + Quarters.FIRST_PEILDATUM
                                        + " or the first day of a later quarter, lies between these days, so it would never count"))
                : faults;
    }

    /** @throws InvalidInput if it would never count on a peildatum */
    public static Period onPeildata(LocalDate from, Optional<LocalDate> until) {
        InvalidInput.ifAny(faultsOnPeildata(from, until));
        return new Period(from, until);
    }

    /** What is wrong with a period that is asked for; nothing while its beginning is not known. */
    public static List<Fault> faults(LocalDate from, Optional<LocalDate> until) {
        return from != null && until.isPresent() && !until.get().isAfter(from)
                ? List.of(Fault.inBody("/validUntil", "no-day", "it ends after the day from which it holds"))
                : List.of();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }

    /** Whether it has a day on or after this one. */
    public boolean hasDaysFrom(LocalDate day) {
        return until.map(day::isBefore).orElse(true);
    }

    /**
     * The same, ended earlier.
     *
     * @throws InvalidInput if that leaves it no day
     * @throws PartyRefused if it ends on or before that day
     */
    public Period endedOn(LocalDate day) {
        return endedOn(day, "/validUntil");
    }

    /** The same, where the day has another name in what was asked. */
    public Period endedOn(LocalDate day, String pointer) {
        if (!hasDaysFrom(day)) {
            throw PartyRefused.endsAlready(until.orElseThrow());
        }
        if (!day.isAfter(from)) {
            throw new InvalidInput(
                    Fault.inBody(pointer, "no-day", "it ends after the day from which it holds, " + from));
        }
        return new Period(from, Optional.of(day));
    }
}
