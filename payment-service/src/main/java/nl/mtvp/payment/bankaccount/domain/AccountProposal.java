package nl.mtvp.payment.bankaccount.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A bank account that somebody proposed, on evidence, to be in force from a day on. It is known from its approval by
 * another person on (D51).
 *
 * @param validUntil the first day on which it is in force no more, and on which there is no account unless another one
 *     begins; null when no end is known
 * @param evidence what the evidence is: a letter, a bank's statement
 * @param evidenceDigest SHA-256 of that document, in hexadecimal
 * @param approvedBy null until it is approved
 */
public record AccountProposal(
        UUID id,
        AccountOwner owner,
        LocalDate validFrom,
        LocalDate validUntil,
        BankAccount account,
        String evidence,
        String evidenceDigest,
        String proposedBy,
        Instant proposedAt,
        String approvedBy,
        Instant approvedAt) {

    public AccountProposal {
        if (validUntil != null && !validUntil.isAfter(validFrom)) {
            throw new IllegalArgumentException("an account is in force on at least one day");
        }
    }
}
