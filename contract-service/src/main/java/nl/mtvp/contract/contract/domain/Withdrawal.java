package nl.mtvp.contract.contract.domain;

import jakarta.persistence.Embeddable;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** Why something was taken back, and by whom: a new fact, never an erasure (D32, D34). */
@Embeddable
public record Withdrawal(String reason, @EmbeddedColumnNaming("withdrawn_%s") Signature by) {

    public Withdrawal {
        Present.all(reason, by);
    }
}
