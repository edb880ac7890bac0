package nl.mtvp.suite.portal;

import static nl.mtvp.suite.common.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.suite.common.Json;

/**
 * What the portal knows, and the rules by which it changes (D25, D26): an offer closes once, by the portal's clock. Not
 * for several threads at a time. It has no clock of its own, so a journal of what was done when makes the same book.
 */
final class Book {

    private static final List<Map.Entry<String, String>> HURDLE = List.of(
            Map.entry("/affirmations/learningEnvironment", "learning through intervisie organised by the RHO"),
            Map.entry("/affirmations/regionalApproach", "commitment to the regioplan"),
            Map.entry("/affirmations/growthModel", "carrying out the leidraad along the growth model"));

    private final Map<UUID, PortalOffer> offers = new LinkedHashMap<>();
    private final Map<UUID, Received> received = new HashMap<>();

    private record Received(String digest, Instant at) {}

    /**
     * What came of a message.
     *
     * @param receivedAt when it came for the first time
     * @param repeated whether it had come before
     * @param closed the offer, if its closing must be told now, be it again
     */
    record Reception(UUID messageId, Instant receivedAt, boolean repeated, Optional<PortalOffer> closed) {}

    /** @throws Refusal if it can never be taken as it was sent; nothing has changed then */
    Reception receive(JsonNode message, Instant now) {
        Messages.check(message);
        var id = UUID.fromString(text(message, "messageId"));
        var digest = Json.digest(message);
        var before = received.get(id);
        if (before != null) {
            if (!before.digest().equals(digest)) {
                throw new Refusal(409, "message-id-reused", "this message id came with other content before");
            }
            return new Reception(id, before.at(), true, Optional.empty());
        }
        var closed = changed(message, now);
        received.put(id, new Received(digest, now));
        return new Reception(id, now, false, closed);
    }

    private Optional<PortalOffer> changed(JsonNode message, Instant now) {
        var id = UUID.fromString(text(message, "offerId"));
        var known = offers.get(id);
        var kind = text(message, "kind");
        if (kind.equals("OFFER")) {
            if (known == null) {
                offers.put(id, PortalOffer.of(message));
            }
            return closedBy(now, id);
        }
        if (known == null) {
            throw new Refusal(404, "offer-unknown", "the portal has no offer " + id);
        }
        closedBy(now, id);
        var offer = offers.get(id);
        if (offer.isOpen()) {
            switch (kind) {
                case "EXTENSION" -> offers.put(id, PortalOffer.of(message));
                case "WITHDRAWAL_REQUEST" -> offers.put(id, offer.withdrawn(now));
                default -> {
                    // An expiry is asked for that has not come yet: told when it comes.
                }
            }
        }
        return Optional.of(offers.get(id)).filter(each -> !each.isOpen());
    }

    private Optional<PortalOffer> closedBy(Instant now, UUID id) {
        var offer = offers.get(id);
        if (offer.isOpen() && !now.isBefore(offer.expiresAt())) {
            offers.put(id, offer.expired(now));
        }
        return Optional.of(offers.get(id)).filter(each -> !each.isOpen());
    }

    /**
     * A signatory accepts, affirming each condition of the minimum hurdle by itself (D26).
     *
     * @throws Refusal naming every condition that is not affirmed; if the offer has closed; if it is another
     *     enterprise's
     */
    PortalOffer accept(UUID id, JsonNode signature, Instant now) {
        var missing = HURDLE.stream()
                .filter(condition -> !signature.at(condition.getKey()).asBoolean())
                .map(condition -> Refusal.Fault.inBody(condition.getKey(), "not-affirmed", condition.getValue()))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(
                    400,
                    "minimum-hurdle-not-taken",
                    "each condition of the minimum hurdle is affirmed by itself (D26); not affirmed: " + missing.size(),
                    missing);
        }
        var offer = signable(id, signature, now);
        return kept(offer.accepted(signature, now));
    }

    /** @throws Refusal if no reason is given, if the offer has closed, or if it is another enterprise's */
    PortalOffer refuse(UUID id, JsonNode refusal, Instant now) {
        if (text(refusal, "reason").isBlank()) {
            throw new Refusal(400, "invalid-input", "a refusal has a reason (D25)");
        }
        var offer = signable(id, refusal, now);
        return kept(offer.refused(refusal, now));
    }

    private PortalOffer signable(UUID id, JsonNode signature, Instant now) {
        var offer = offers.get(id);
        if (offer == null || !offer.kvk().equals(text(signature, "kvk"))) {
            throw new Refusal(404, "offer-unknown", "this enterprise has no offer " + id);
        }
        closedBy(now, id);
        if (!offers.get(id).isOpen()) {
            throw new Refusal(
                    409, "offer-closed", "the offer is " + offers.get(id).state());
        }
        return offer;
    }

    private PortalOffer kept(PortalOffer offer) {
        offers.put(offer.id(), offer);
        return offer;
    }

    /** Closes the open offers whose expiry has come; gives those. */
    List<PortalOffer> expire(Instant now) {
        var expired = new ArrayList<PortalOffer>();
        offers.values().stream()
                .filter(offer -> offer.isOpen() && !now.isBefore(offer.expiresAt()))
                .toList()
                .forEach(offer -> closedBy(now, offer.id()).ifPresent(expired::add));
        return expired;
    }

    /** In the order in which they came. */
    Collection<PortalOffer> offers() {
        return Collections.unmodifiableCollection(offers.values());
    }
}
