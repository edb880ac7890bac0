package nl.mtvp.contract.agreement.domain;

import jakarta.persistence.Embeddable;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** That something was registered wrongly, and counts on no day (D32): a new fact, never an erasure. */
@Embeddable
public record Withdrawal(String reason, @EmbeddedColumnNaming("withdrawn_%s") Signature by) {

    public Withdrawal {
        Present.all(reason, by);
    }
}
