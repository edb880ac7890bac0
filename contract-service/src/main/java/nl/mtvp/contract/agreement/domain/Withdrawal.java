package nl.mtvp.contract.agreement.domain;

import java.util.Objects;
import nl.mtvp.contract.contract.domain.Signature;

/** That something was registered wrongly, and counts on no day (D32): a new fact, never an erasure. */
public record Withdrawal(String reason, Signature by) {

    public Withdrawal {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(by, "by");
    }
}
