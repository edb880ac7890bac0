package nl.mtvp.contract.offer.domain;

import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.offer.domain.AcceptanceDocument.Channel;

/**
 * How an offer was signed: by whom and when, and where.
 *
 * @param name the signatory's, where the portal tells it
 * @param portalMessageId the portal's message that says so
 */
public record Signed(Signature signature, Channel channel, Optional<String> name, Optional<UUID> portalMessageId) {

    public Signed {
        Present.all(signature);
        if ((channel == Channel.PORTAL) != portalMessageId.isPresent()) {
            throw new IllegalArgumentException("what was signed in the portal, and nothing else, has its message");
        }
    }

    public static Signed here(Signature signature) {
        return new Signed(signature, Channel.API, Optional.empty(), Optional.empty());
    }

    public static Signed inPortal(Signature signature, String name, UUID messageId) {
        return new Signed(signature, Channel.PORTAL, Optional.of(name), Optional.of(messageId));
    }
}
