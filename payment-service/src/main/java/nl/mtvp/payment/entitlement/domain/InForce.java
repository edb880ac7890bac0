package nl.mtvp.payment.entitlement.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

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
