package nl.mtvp.contract.compliance.domain;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;

/**
 * That the practice is heard before a breach is found (D33).
 *
 * @param endsOn the first day on which it can be decided without an answer
 */
@Embeddable
public record Hearing(
        LocalDate openedOn, LocalDate endsOn, String grounds, @EmbeddedColumnNaming("opened_%s") Signature opened) {

    public Hearing {
        Present.all(grounds, opened);
        if (!endsOn.isAfter(openedOn)) {
            throw new IllegalArgumentException("a hearing lasts a day at least");
        }
    }

    /** @param days of the term, among which the one on which it opens does not count: of whole days, none is cut short */
    public static Hearing opened(LocalDate openedOn, int days, String grounds, Signature opened) {
        return new Hearing(openedOn, openedOn.plusDays(days + 1L), grounds, opened);
    }
}
