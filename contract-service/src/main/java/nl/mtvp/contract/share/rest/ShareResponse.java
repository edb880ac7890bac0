package nl.mtvp.contract.share.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.measure.domain.Percentage;
import nl.mtvp.contract.share.domain.RhoShare;
import nl.mtvp.kernel.money.Euro;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A share as it is shown. People are shown as the token's {@code sub}. */
@Schema(name = "RhoShare")
public record ShareResponse(
        UUID id,
        UUID contractId,
        String rho,
        @Schema(nullable = true) String percentage,
        @Schema(nullable = true) Euro amountPerIon,
        LocalDate shareFrom,
        @Schema(nullable = true) LocalDate shareUntil,
        String benefit,
        UUID regioplanVersionId,
        String regioplanContentHash,
        String consentedBy,
        Instant consentedAt,
        @Schema(nullable = true) String endReason,
        @Schema(nullable = true) Instant endedAt) {

    static ShareResponse of(RhoShare share) {
        return new ShareResponse(
                share.id(),
                share.contractId(),
                share.rho(),
                share.part().percentage().map(Percentage::toString).orElse(null),
                share.part().amountPerIon().orElse(null),
                share.valid().from(),
                share.valid().until().orElse(null),
                share.benefit(),
                share.ground().regioplanVersionId(),
                share.ground().regioplanContentHash(),
                share.consented().subject(),
                share.consented().at(),
                share.end().map(RhoShare.End::reason).orElse(null),
                share.end().map(end -> end.by().at()).orElse(null));
    }
}
