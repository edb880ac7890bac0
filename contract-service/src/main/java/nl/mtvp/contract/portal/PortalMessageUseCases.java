package nl.mtvp.contract.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.portal.db.PortalMessageRepository;
import nl.mtvp.contract.portal.domain.Direction;
import nl.mtvp.contract.portal.domain.MessageState;
import nl.mtvp.contract.portal.domain.PortalMessage;
import nl.mtvp.contract.portal.domain.PortalMessage.MessageFilter;
import nl.mtvp.contract.portal.domain.PortalRefused;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.NotFound;

/** Shows what goes to the portal and comes from it, and has dead letters tried again (D36). */
@ApplicationScoped
public class PortalMessageUseCases {

    private final PortalMessageRepository messages;
    private final PortalInbox inbox;
    private final Clock clock;

    PortalMessageUseCases(PortalMessageRepository messages, PortalInbox inbox, Clock clock) {
        this.messages = messages;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Transactional
    public Page<PortalMessage> list(MessageFilter filter, Visibility visibility, PageRequest asked) {
        return messages.list(filter, visibility, asked);
    }

    /** @throws NotFound if it is not there for who asks */
    @Transactional
    public PortalMessage withId(UUID id, Visibility visibility) {
        return messages.find(id, visibility).orElseThrow(() -> PortalRefused.messageNotFound(id));
    }

    /**
     * Has a dead letter tried again: one to the portal is due at once, one from the portal is applied now.
     *
     * @throws PortalRefused if it is none
     * @throws nl.mtvp.kernel.failure.DomainFailure if it still cannot be applied: then it stays a dead letter
     */
    @Transactional
    public PortalMessage replay(UUID id, String reason, Visibility visibility, Actor person) {
        var message = messages.locked(id, visibility).orElseThrow(() -> PortalRefused.messageNotFound(id));
        if (message.state() != MessageState.DEAD_LETTER) {
            throw PortalRefused.noDeadLetter(message.state());
        }
        var now = clock.instant();
        messages.replay(message, Ids.at(now), reason, Signatures.of(person, now));
        if (message.direction() == Direction.INCOMING) {
            inbox.again(message);
        }
        return withId(id, visibility);
    }
}
