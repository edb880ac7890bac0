package nl.mtvp.contract.administrative.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.administrative.domain.Recording;
import nl.mtvp.contract.administrative.domain.Recording.Approval;
import nl.mtvp.contract.administrative.domain.RecordingState;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A recorded agreement as it is shown. People are shown as the token's {@code sub}. */
@Schema(name = "AdministrativeContract")
public record AdministrativeContractResponse(
        UUID id,
        RecordingState state,
        @Schema(nullable = true, description = "The contract, once it was approved") UUID contractId,
        Uzovi uzovi,
        Agb agb,
        LocalDate startsOn,
        LocalDate agreedOn,
        String reference,
        String grounds,
        String tariffSeries,
        String textVersion,
        String proposedBy,
        Instant proposedAt,
        @Schema(nullable = true) String approvedBy,
        @Schema(nullable = true) Instant approvedAt) {

    static AdministrativeContractResponse of(Recording recording) {
        var agreement = recording.agreement();
        var approval = recording.approval();
        return new AdministrativeContractResponse(
                recording.id(),
                recording.state(),
                approval.map(Approval::contractId).orElse(null),
                agreement.uzovi(),
                agreement.agb(),
                agreement.startsOn(),
                agreement.agreedOn(),
                agreement.reference(),
                agreement.grounds(),
                agreement.tariffSeries(),
                agreement.textVersion(),
                recording.proposed().subject(),
                recording.proposed().at(),
                approval.map(given -> given.by().subject()).orElse(null),
                approval.map(given -> given.by().at()).orElse(null));
    }
}
