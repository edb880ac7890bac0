package nl.mtvp.payment.bankaccount.domain;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.ledger.domain.Creditor;

/**
 * A bank account that somebody proposed, on evidence, to be in force from a day on. It is known from its approval by
 * another person on (D51).
 *
 * @param validUntil the first day on which it is in force no more, and on which there is no account unless another one
 *     begins; null when no end is known
 * @param evidence what the evidence is: a letter, a bank's statement
 * @param evidenceDigest SHA-256 of that document, in hexadecimal
 */
public record AccountProposal(
        UUID id,
        AccountOwner owner,
        LocalDate validFrom,
        LocalDate validUntil,
        BankAccount account,
        String evidence,
        String evidenceDigest,
        Deed proposed,
        Optional<Deed> approved) {

    public AccountProposal {
        if (validUntil != null && !validUntil.isAfter(validFrom)) {
            throw new IllegalArgumentException("an account is in force on at least one day");
        }
    }

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
}
