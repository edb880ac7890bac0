package nl.mtvp.contract.ending.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.ending.domain.Ending;
import nl.mtvp.contract.ending.domain.Ending.Withdrawal;
import nl.mtvp.contract.ending.domain.EndingKind;
import nl.mtvp.contract.ending.domain.EndingState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An end as it is shown, with the state that it has today. People are shown as the token's {@code sub}. */
@Schema(name = "Ending")
public record EndingResponse(
        UUID id,
        UUID contractId,
        EndingKind kind,
        EndingState state,
        Side toldBy,
        LocalDate endedFrom,
        String grounds,
        String announcedBy,
        Instant announcedAt,
        @Schema(nullable = true) String withdrawnBy,
        @Schema(nullable = true) Instant withdrawnAt,
        @Schema(nullable = true) String withdrawalReason) {

    static EndingResponse of(Ending ending, LocalDate today) {
        var withdrawn = ending.withdrawn();
        return new EndingResponse(
                ending.id(),
                ending.contractId(),
                ending.terms().kind(),
                ending.state(today),
                ending.terms().toldBy(),
                ending.terms().endedFrom(),
                ending.grounds(),
                ending.announced().subject(),
                ending.announced().at(),
                withdrawn.map(withdrawal -> withdrawal.by().subject()).orElse(null),
                withdrawn.map(withdrawal -> withdrawal.by().at()).orElse(null),
                withdrawn.map(Withdrawal::reason).orElse(null));
    }
}
