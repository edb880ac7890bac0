package nl.mtvp.contract.portal.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * A message as it is kept (D36), with what became of it.
 *
 * @param id ours; of a message to the portal it is the message's id as well
 * @param uzovi the offer's insurer; empty when there is no such offer here, as may be its practice
 * @param problem why it could not be delivered or applied
 * @param sentBy the client in the token of who sent it in
 */
public record PortalMessage(
        UUID id,
        Direction direction,
        UUID messageId,
        String kind,
        UUID offerId,
        int offerVersion,
        Optional<Uzovi> uzovi,
        Optional<Agb> agb,
        Optional<String> sentBy,
        String content,
        Instant recordedAt,
        MessageState state,
        int attempts,
        Optional<Instant> nextAttemptAt,
        Optional<Instant> settledAt,
        Optional<String> problemCode,
        Optional<String> problem) {

    /** Why it could not be delivered or applied. */
    public record Problem(String code, String detail) {}

    /** Which messages somebody asks for; what is null does not narrow. */
    public record MessageFilter(MessageState state, Direction direction, UUID offerId) {}
}
