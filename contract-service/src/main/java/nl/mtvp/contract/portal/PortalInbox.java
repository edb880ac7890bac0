package nl.mtvp.contract.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.mtvp.contract.offer.PortalAnswerUseCases;
import nl.mtvp.contract.offer.db.OfferRepository;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.OfferRefused;
import nl.mtvp.contract.offer.domain.PortalAnswer;
import nl.mtvp.contract.portal.db.PortalMessageRepository;
import nl.mtvp.contract.portal.domain.Direction;
import nl.mtvp.contract.portal.domain.MessageIdReused;
import nl.mtvp.contract.portal.domain.MessageState;
import nl.mtvp.contract.portal.domain.PortalMessage;
import nl.mtvp.contract.portal.domain.PortalMessage.Problem;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.json.KeptJson;
import org.jboss.logging.Logger;

/**
 * Takes in what the portal says (D36): each message is kept once, together with its effect. One that cannot be applied is
 * kept with the reason, for a person.
 */
@ApplicationScoped
public class PortalInbox {

    private static final Logger LOG = Logger.getLogger(PortalInbox.class);

    private final Transactions transactions;
    private final PortalMessageRepository messages;
    private final OfferRepository offers;
    private final PortalAnswerUseCases answers;
    private final KeptJson json;
    private final Clock clock;

    PortalInbox(
            Transactions transactions,
            PortalMessageRepository messages,
            OfferRepository offers,
            PortalAnswerUseCases answers,
            KeptJson json,
            Clock clock) {
        this.transactions = transactions;
        this.messages = messages;
        this.offers = offers;
        this.answers = answers;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps a message and applies it; answers when it was kept for the first time.
     *
     * @throws MessageIdReused if its id came with other content before
     */
    public Instant take(PortalAnswer message, String client) {
        try {
            return transactions.run(() -> first(message, client));
        } catch (MessageIdReused reused) {
            throw reused;
        } catch (DomainFailure notApplicable) {
            if (notApplicable.kind() == DomainFailure.Kind.UNAVAILABLE) {
                throw notApplicable; // nothing is wrong with the message: the portal delivers it again
            }
            LOG.warnf("portal message %s is put aside: %s", message.messageId(), notApplicable.code());
            var problem = new Problem(notApplicable.code(), notApplicable.getMessage());
            return transactions.run(() -> {
                var kept = kept(message, client, Optional.of(problem));
                return messages.add(kept) ? kept.recordedAt() : repeated(message);
            });
        }
    }

    /** Applies a message that was kept as a dead letter; joins the transaction of its replay. */
    void again(PortalMessage kept) {
        apply(json.read(kept.content(), PortalAnswer.class), kept.sentBy().orElseThrow());
    }

    private Instant first(PortalAnswer message, String client) {
        var kept = kept(message, client, Optional.empty());
        if (!messages.add(kept)) {
            return repeated(message);
        }
        apply(message, client);
        return kept.recordedAt();
    }

    private Instant repeated(PortalAnswer message) {
        var before = messages.findIncoming(message.messageId()).orElseThrow();
        if (!before.content().equals(content(message))) {
            throw new MessageIdReused(message.messageId());
        }
        return before.recordedAt();
    }

    private void apply(PortalAnswer message, String client) {
        var offerId = message.offerId();
        offers.find(offerId, Visibility.EVERYTHING).orElseThrow(() -> OfferRefused.notFound(offerId));
        var version = messages.findVersion(offerId, message.offerVersion())
                .orElseThrow(() -> OfferRefused.notApplicable(
                        "version-never-sent",
                        "version " + message.offerVersion() + " of the offer was never sent to the portal"));
        if (message.kind().isSigned() && !version.offerDigest().equals(message.offerDigest())) {
            throw OfferRefused.notApplicable(
                    "another-document",
                    "signed is " + message.offerDigest() + ", but version " + message.offerVersion()
                            + " of the offer is " + version.offerDigest() + " (D27)");
        }
        answers.apply(message, client, version.expiresAt());
    }

    private PortalMessage kept(PortalAnswer message, String client, Optional<Problem> problem) {
        var now = clock.instant();
        var terms = offers.find(message.offerId(), Visibility.EVERYTHING).map(Offer::terms);
        return new PortalMessage(
                Ids.at(now),
                Direction.INCOMING,
                message.messageId(),
                message.kind().name(),
                message.offerId(),
                message.offerVersion(),
                terms.map(of -> of.uzovi()),
                terms.map(of -> of.agb()),
                Optional.of(client),
                content(message),
                now,
                problem.isPresent() ? MessageState.DEAD_LETTER : MessageState.APPLIED,
                0,
                Optional.empty(),
                Optional.of(now),
                problem.map(Problem::code),
                problem.map(Problem::detail));
    }

    private static String content(PortalAnswer message) {
        return new String(CanonicalJson.bytes(message), StandardCharsets.UTF_8);
    }
}
