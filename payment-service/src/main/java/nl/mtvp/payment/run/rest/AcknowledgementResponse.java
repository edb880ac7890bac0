package nl.mtvp.payment.run.rest;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.payment.run.domain.Acknowledgement;
import nl.mtvp.payment.run.domain.WarningKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who looked at warnings of a proposal, and what they found. */
@Schema(name = "RunAcknowledgementResponse")
public record AcknowledgementResponse(
        UUID id,
        UUID runId,
        String proposalHash,
        WarningKind kind,
        @Schema(nullable = true) String subject,
        String reason,
        String acknowledgedBy,
        Instant acknowledgedAt) {

    static AcknowledgementResponse of(Acknowledgement acknowledgement) {
        return new AcknowledgementResponse(
                acknowledgement.id(),
                acknowledgement.runId(),
                acknowledgement.proposalHash(),
                acknowledgement.kind(),
                acknowledgement.subject(),
                acknowledgement.reason(),
                acknowledgement.acknowledgedBy(),
                acknowledgement.acknowledgedAt());
    }
}
