package nl.mtvp.payment.bankaccount.domain;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.ledger.domain.Creditor;

/**
 * Whose bank account it is: a creditor's, or, with neither AGB nor RHO, the insurer's own, from which it pays (D51).
 *
 * @param agb null unless it is a practice's
 * @param rho null unless it is an RHO's
 */
@Embeddable
public record AccountOwner(Uzovi uzovi, Agb agb, String rho) {

    public AccountOwner {
        Objects.requireNonNull(uzovi, "uzovi");
        if (agb != null && rho != null) {
            throw new IllegalArgumentException("an account is of one owner");
        }
    }

    /** Its account in the ledger. */
    public String account() {
        return agb == null && rho == null ? "bank:" + uzovi : new Creditor(uzovi, agb, rho).account();
    }
}
