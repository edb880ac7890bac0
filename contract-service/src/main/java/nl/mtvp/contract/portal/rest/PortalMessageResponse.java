package nl.mtvp.contract.portal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.contract.portal.domain.Direction;
import nl.mtvp.contract.portal.domain.MessageState;
import nl.mtvp.contract.portal.domain.PortalMessage;
import nl.mtvp.contract.portal.domain.PortalMessage.Problem;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message to or from the Zorginkoopportaal, with what became of it (D36). */
@Schema(name = "PortalMessage")
public record PortalMessageResponse(
        UUID id,
        Direction direction,
        @Schema(description = "The sender's id of the message") UUID messageId,
        @Schema(examples = "OFFER") String kind,
        UUID offerId,
        Integer offerVersion,
        @Schema(nullable = true) Uzovi uzovi,
        @Schema(nullable = true) Agb agb,
        MessageState state,
        @Schema(description = "How often its delivery was tried") Integer attempts,
        Instant recordedAt,
        @Schema(nullable = true) Instant nextAttemptAt,
        @Schema(nullable = true, description = "When it was delivered, applied, cancelled or put aside")
                Instant settledAt,
        @Schema(
                        nullable = true,
                        examples = "contract-in-the-way",
                        description = "Why it could not be delivered or applied")
                String problemCode,
        @Schema(nullable = true) String problem,
        @Schema(type = SchemaType.OBJECT, description = "The message, as openapi/zorginkoopportaal.yaml has it")
                JsonNode content) {

    static PortalMessageResponse of(PortalMessage message, JsonNode content) {
        return new PortalMessageResponse(
                message.id(),
                message.direction(),
                message.messageId(),
                message.kind(),
                message.offerId(),
                message.offerVersion(),
                message.uzovi().orElse(null),
                message.agb().orElse(null),
                message.state(),
                message.attempts(),
                message.recordedAt(),
                message.nextAttemptAt().orElse(null),
                message.settledAt().orElse(null),
                message.problem().map(Problem::code).orElse(null),
                message.problem().map(Problem::detail).orElse(null),
                content);
    }
}
