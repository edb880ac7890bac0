package nl.mtvp.payment.approval.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import nl.mtvp.kernel.identity.Deed;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** Somebody took a run or a payout back before it was booked, and said why (D46, D50). */
@Embeddable
public record Withdrawal(
        @EmbeddedColumnNaming("withdrawn_%s") Deed withdrawn, @Column(name = "withdrawal_reason") String reason) {}
