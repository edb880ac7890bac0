package nl.mtvp.payment.payout.rest;

import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.payout.PayoutUseCases.Line;
import nl.mtvp.payment.payout.domain.Held;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a creditor is owed: a transfer, or held with a reason. */
@Schema(name = "PayoutLine")
public record PayoutLineResponse(
        Long number,
        @Schema(nullable = true) Agb agb,
        @Schema(nullable = true) String rho,
        @Schema(description = "More than zero") Euro amount,
        @Schema(nullable = true, description = "Null when it is held") UUID bankAccountId,
        @Schema(nullable = true, description = "Insurer, posting and entry", examples = "MTVP-3332-12-42")
                String endToEndId,
        @Schema(nullable = true, description = "Null for a transfer") Held held) {

    static PayoutLineResponse of(Line row) {
        var line = row.line();
        return new PayoutLineResponse(
                line.number(),
                line.creditor().agb(),
                line.creditor().rho(),
                new Euro(line.cents()),
                line.accountId(),
                line.isTransfer() ? row.payout().endToEndId(line.number()) : null,
                line.held());
    }
}
