package nl.mtvp.plan.learning.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.learning.domain.Participation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A participation; what is said of its withdrawal is null while it stands. */
public record ParticipationResponse(
        UUID id,
        Agb agb,
        String code,
        LocalDate tookPlaceOn,
        ParticipationRequest.Evidence evidence,
        Instant recordedAt,
        @Schema(nullable = true) Instant withdrawnAt,
        @Schema(nullable = true) String withdrawnReason) {

    static ParticipationResponse of(Participation participation) {
        return new ParticipationResponse(
                participation.id(),
                participation.agb(),
                participation.code(),
                participation.tookPlaceOn(),
                new ParticipationRequest.Evidence(participation.document(), participation.documentDigest()),
                participation.recordedAt(),
                participation.withdrawnAt(),
                participation.withdrawnReason());
    }
}
