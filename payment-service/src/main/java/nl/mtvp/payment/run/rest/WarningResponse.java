package nl.mtvp.payment.run.rest;

import java.time.Instant;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.run.domain.RunWarning;
import nl.mtvp.payment.run.domain.WarningKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody has to look at before a run is approved (D46), and who did. */
public record WarningResponse(
        WarningKind kind,
        @Schema(
                        description = "The quarter, the creditor's account, or the id of the mass move",
                        examples = "creditor:3332:agb:01999901")
                String subject,
        @Schema(nullable = true, description = "Contracts or patients; of a mass move, how many more or fewer")
                Long number,
        @Schema(nullable = true, description = "What a creditor's parts come to") Euro amount,
        String sentence,
        @Schema(nullable = true) String reason,
        @Schema(nullable = true) String acknowledgedBy,
        @Schema(nullable = true) Instant acknowledgedAt) {

    static WarningResponse of(RunWarning warning) {
        boolean money = warning.kind() == WarningKind.NEGATIVE_CREDITOR;
        return new WarningResponse(
                warning.kind(),
                warning.subject(),
                money ? null : warning.number(),
                money ? new Euro(warning.number()) : null,
                warning.sentence(),
                warning.reason(),
                warning.acknowledgedBy(),
                warning.acknowledgedAt());
    }
}
