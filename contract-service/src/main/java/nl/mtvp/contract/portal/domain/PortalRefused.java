package nl.mtvp.contract.portal.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;

/** Why a message of the portal is not taken or sent again (D36). */
public final class PortalRefused extends DomainFailure {

    private PortalRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** The token is one organisation's and the client certificate another's (D36). */
    public static PortalRefused anotherOrganisation() {
        return new PortalRefused(
                Kind.FORBIDDEN,
                "token-of-another-organisation",
                "the token and the client certificate are not of the same organisation (D36)");
    }

    /** No message with this id is there for who asks. */
    public static NotFound messageNotFound(UUID id) {
        return new NotFound("portal-message-not-found", "there is no portal message " + id + " for you");
    }

    /** Only a dead letter is tried again by hand (D36). */
    public static PortalRefused noDeadLetter(MessageState state) {
        return new PortalRefused(
                Kind.CONFLICT, "no-dead-letter", "the message is " + state + "; only a DEAD_LETTER is replayed (D36)");
    }
}
