package nl.mtvp.contract.agreement.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.agreement.domain.Arrangement;
import nl.mtvp.contract.agreement.domain.ArrangementKind;
import nl.mtvp.contract.agreement.domain.ExistingAgreement;
import nl.mtvp.contract.agreement.domain.Offset;
import nl.mtvp.contract.agreement.domain.Withdrawal;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An existing agreement as it is shown, with the arrangement that counts for the next contract. */
@Schema(name = "ExistingAgreement")
public record AgreementResponse(
        UUID id,
        Uzovi uzovi,
        Agb agb,
        String name,
        LocalDate validFrom,
        @Schema(nullable = true) LocalDate validUntil,
        Euro amountPerQuarter,
        @Schema(nullable = true, description = "Null while nothing is arranged: offers that overlap it are refused")
                ArrangementBody arrangement,
        @Schema(nullable = true, description = "The one that was registered wrongly, where this is its correction")
                UUID replaces,
        @Schema(nullable = true, description = "Since when it is known to be wrong; it counts on no day")
                Instant withdrawnAt,
        @Schema(nullable = true) String withdrawalReason) {

    /** What was arranged. */
    @Schema(name = "Arrangement")
    public record ArrangementBody(
            UUID id, ArrangementKind kind, @Schema(nullable = true) String reason, Instant arrangedAt) {

        static ArrangementBody of(Arrangement arrangement) {
            return new ArrangementBody(
                    arrangement.id(),
                    arrangement.kind(),
                    arrangement.reason().orElse(null),
                    arrangement.by().at());
        }
    }

    static AgreementResponse of(ExistingAgreement agreement) {
        return new AgreementResponse(
                agreement.id(),
                agreement.uzovi(),
                agreement.agb(),
                agreement.name(),
                agreement.valid().from(),
                agreement.valid().until().orElse(null),
                agreement.amountPerQuarter(),
                agreement.arrangement().map(ArrangementBody::of).orElse(null),
                agreement.replaces().orElse(null),
                agreement.withdrawn().map(withdrawal -> withdrawal.by().at()).orElse(null),
                agreement.withdrawn().map(Withdrawal::reason).orElse(null));
    }

    /** What a contract deducts per quarter, as it is shown. */
    @Schema(name = "Offset")
    public record OffsetResponse(
            UUID id,
            UUID contractId,
            UUID agreementId,
            Euro amountPerQuarter,
            LocalDate offsetFrom,
            @Schema(nullable = true) LocalDate offsetUntil,
            @Schema(nullable = true) String endReason) {

        static OffsetResponse of(Offset offset) {
            return new OffsetResponse(
                    offset.id(),
                    offset.contractId(),
                    offset.agreementId(),
                    offset.amountPerQuarter(),
                    offset.agreed().from(),
                    offset.until().orElse(null),
                    offset.withdrawn()
                            .map(Withdrawal::reason)
                            .or(() -> offset.end().map(Offset.End::reason))
                            .orElse(null));
        }
    }
}
