package nl.mtvp.payment.run.domain;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Deed;

/**
 * Something about a run's proposal that somebody has to look at, and who did.
 *
 * @param subject the quarter, the creditor's account, or the mass move's id
 * @param about what is said instead of the subject; null where that says it itself
 * @param number contracts, patients or cents, as the kind has it
 * @param reason what was found, null while nobody looked
 */
public record RunWarning(
        WarningKind kind, String subject, String about, long number, String reason, Optional<Deed> acknowledged) {

    public static RunWarning found(WarningKind kind, String subject, long number) {
        return new RunWarning(kind, subject, null, number, null, Optional.empty());
    }

    public String sentence() {
        return kind.sentence(about == null ? subject : about, number);
    }

    /**
     * Somebody looked at warnings of one proposal (D46).
     *
     * @param subject null for all warnings of the kind
     */
    public record Acknowledgement(
            UUID id,
            UUID runId,
            String proposalHash,
            WarningKind kind,
            String subject,
            String reason,
            Deed acknowledged) {

        public Acknowledgement {
            Objects.requireNonNull(proposalHash, "proposalHash");
            Objects.requireNonNull(kind, "kind");
        }
    }
}
