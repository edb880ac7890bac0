package nl.mtvp.contract.annulment.rest;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.contract.annulment.domain.Annulment;
import nl.mtvp.contract.annulment.domain.AnnulmentState;
import nl.mtvp.contract.contract.domain.Side;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An annulment as it is shown. People are shown as the token's {@code sub}. */
@Schema(name = "Annulment")
public record AnnulmentResponse(
        UUID id,
        UUID contractId,
        AnnulmentState state,
        String reason,
        Side proposedFor,
        String proposedBy,
        Instant proposedAt,
        @Schema(nullable = true) String answeredBy,
        @Schema(nullable = true) Instant answeredAt) {

    static AnnulmentResponse of(Annulment annulment) {
        var answer = annulment.answer();
        return new AnnulmentResponse(
                annulment.id(),
                annulment.contractId(),
                annulment.state(),
                annulment.reason(),
                annulment.proposedFor(),
                annulment.proposed().subject(),
                annulment.proposed().at(),
                answer.map(given -> given.by().subject()).orElse(null),
                answer.map(given -> given.by().at()).orElse(null));
    }
}
