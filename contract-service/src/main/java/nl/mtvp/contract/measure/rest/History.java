package nl.mtvp.contract.measure.rest;

import java.time.Instant;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.Measure.Withdrawal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who did what about a stop or a clawback, and when. People are shown as the token's {@code sub}. */
@Schema(name = "MeasureHistory")
public record History(
        String proposedBy,
        Instant proposedAt,
        @Schema(nullable = true) String decidedBy,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(nullable = true) String withdrawnBy,
        @Schema(nullable = true) Instant withdrawnAt,
        @Schema(nullable = true) String withdrawalReason) {

    static History of(Measure measure) {
        var decided = measure.decided();
        var withdrawn = measure.withdrawn();
        return new History(
                measure.proposed().subject(),
                measure.proposed().at(),
                decided.map(Signature::subject).orElse(null),
                decided.map(Signature::at).orElse(null),
                withdrawn.map(withdrawal -> withdrawal.by().subject()).orElse(null),
                withdrawn.map(withdrawal -> withdrawal.by().at()).orElse(null),
                withdrawn.map(Withdrawal::reason).orElse(null));
    }
}
