package nl.mtvp.contract.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.mtvp.contract.offer.Notices;
import nl.mtvp.contract.offer.domain.Notice;
import nl.mtvp.contract.offer.domain.Notice.Kind;
import nl.mtvp.contract.party.db.InsurerRepository;
import nl.mtvp.contract.party.db.PracticeRepository;
import nl.mtvp.contract.portal.db.PortalMessageRepository;
import nl.mtvp.contract.portal.domain.OutgoingMessage;
import nl.mtvp.contract.portal.domain.OutgoingMessage.Parties;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.identity.Uzovi;

/** Keeps what the portal is to learn until it is delivered (D36). Without a portal there is nothing to keep. */
@ApplicationScoped
class PortalOutbox implements Notices {

    private final PortalConfig config;
    private final PortalMessageRepository messages;
    private final InsurerRepository insurers;
    private final PracticeRepository practices;

    PortalOutbox(
            PortalConfig config,
            PortalMessageRepository messages,
            InsurerRepository insurers,
            PracticeRepository practices) {
        this.config = config;
        this.messages = messages;
        this.insurers = insurers;
        this.practices = practices;
    }

    @Override
    public void send(List<Notice> notices, Instant now) {
        var wanted = notices.stream()
                .flatMap(notice -> forThePortal(notice, now).stream())
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        var registered = practices.withCodes(
                wanted.stream().map(notice -> notice.offer().terms().agb()).collect(Collectors.toSet()));
        var names = new HashMap<Uzovi, String>();
        var outgoing = new ArrayList<OutgoingMessage>();
        for (var notice : wanted) {
            var terms = notice.offer().terms();
            var insurer = names.computeIfAbsent(
                    terms.uzovi(), uzovi -> insurers.find(uzovi).orElseThrow().name());
            var practice = registered.get(terms.agb());
            var parties =
                    new Parties(insurer, practice.name(), practice.enterprise().kvk());
            outgoing.add(OutgoingMessage.of(Ids.at(now), notice, parties, now));
        }
        messages.add(outgoing, now);
    }

    /**
     * A new offer goes to the portal if there is one, and later news if the offer went. While no version has arrived, a
     * newer one takes the place of those before: the portal never sees one that is past its expiry for no reason.
     */
    private Optional<Notice> forThePortal(Notice notice, Instant now) {
        if (notice.kind() == Kind.OFFER) {
            return config.url().map(url -> notice);
        }
        if (notice.kind() != Kind.EXTENSION) {
            return Optional.of(notice);
        }
        var offerId = notice.offer().id();
        return messages.findWhetherDelivered(offerId).map(delivered -> {
            messages.cancelVersions(offerId, now);
            return delivered ? notice : Notice.of(Kind.OFFER, notice.offer());
        });
    }
}
