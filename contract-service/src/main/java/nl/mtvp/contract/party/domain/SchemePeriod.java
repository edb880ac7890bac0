package nl.mtvp.contract.party.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.identity.Uzovi;

/** The scheme that an insurer has in a period (D31). */
public record SchemePeriod(UUID id, Uzovi uzovi, Scheme scheme, Period valid) {

    public SchemePeriod {
        Present.all(id, uzovi, scheme, valid);
    }

    /** The scheme of an insurer on a day, from what it recorded. Choice: MTVP where it recorded nothing. */
    public static Scheme on(LocalDate day, List<SchemePeriod> recorded) {
        return recorded.stream()
                .filter(period -> period.valid().contains(day))
                .findFirst()
                .map(SchemePeriod::scheme)
                .orElse(Scheme.MTVP);
    }
}
