package nl.mtvp.payment.contract;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiPredicate;
import nl.mtvp.kernel.feed.FeedEvent;
import nl.mtvp.kernel.feed.FeedHandler;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.contract.db.ContractRepository;
import nl.mtvp.payment.contract.db.ContractRepository.Known;
import nl.mtvp.payment.contract.db.Told;
import nl.mtvp.payment.contract.db.Told.Accepted;
import nl.mtvp.payment.contract.db.Told.Agreed;
import nl.mtvp.payment.contract.db.Told.Annulled;
import nl.mtvp.payment.contract.db.Told.ClawbackOrdered;
import nl.mtvp.payment.contract.db.Told.ClawbackWithdrawn;
import nl.mtvp.payment.contract.db.Told.EndWithdrawn;
import nl.mtvp.payment.contract.db.Told.Ended;
import nl.mtvp.payment.contract.db.Told.OffsetAgreed;
import nl.mtvp.payment.contract.db.Told.OffsetEnded;
import nl.mtvp.payment.contract.db.Told.ShareAgreed;
import nl.mtvp.payment.contract.db.Told.ShareEnded;
import nl.mtvp.payment.contract.db.Told.StopWithdrawn;
import nl.mtvp.payment.contract.db.Told.Stopped;
import nl.mtvp.payment.contract.db.Told.Succeeded;
import nl.mtvp.payment.fact.db.FactClock;

/**
 * Learns contract-service's facts from its feed: contracts and who holds them, stops, ends, annulments, clawbacks,
 * offsets and shares. Each is known here from the moment that its insurer's clock gives (D54); when contract-service
 * knew travels along.
 */
@ApplicationScoped
public class ContractFeed implements FeedHandler {

    /** Puts down what an event says; false when it is about what is not there or not any more. */
    private interface Fact {
        boolean put(JsonNode data, Known logged);
    }

    private final Map<String, Fact> facts;
    private final FactClock factClock;
    private final ObjectReader json;

    ContractFeed(ContractRepository contracts, FactClock factClock, ObjectMapper json) {
        this.factClock = factClock;
        var strict = json.copy();
        strict.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        this.json = strict.reader().with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
        this.facts = Map.ofEntries(
                entry("nl.mtvp.contract-accepted.v1", told(Accepted.class, contracts::add)),
                entry("nl.mtvp.contract-followed.v1", told(Accepted.class, contracts::add)),
                entry("nl.mtvp.contract-succeeded.v1", told(Succeeded.class, contracts::succeed)),
                entry("nl.mtvp.contract-annulled.v1", told(Annulled.class, contracts::add)),
                entry("nl.mtvp.contract-stopped.v1", told(Stopped.class, contracts::add)),
                entry("nl.mtvp.contract-stop-withdrawn.v1", told(StopWithdrawn.class, contracts::withdraw)),
                entry("nl.mtvp.contract-ended.v1", told(Ended.class, contracts::add)),
                entry("nl.mtvp.contract-end-withdrawn.v1", told(EndWithdrawn.class, contracts::withdraw)),
                entry("nl.mtvp.clawback-ordered.v1", told(ClawbackOrdered.class, contracts::add)),
                entry("nl.mtvp.clawback-withdrawn.v1", told(ClawbackWithdrawn.class, contracts::withdraw)),
                entry("nl.mtvp.offset-agreed.v1", told(OffsetAgreed.class, contracts::add)),
                entry("nl.mtvp.offset-ended.v1", told(OffsetEnded.class, contracts::end)),
                entry("nl.mtvp.rho-share-agreed.v1", told(ShareAgreed.class, contracts::add)),
                entry("nl.mtvp.rho-share-ended.v1", told(ShareEnded.class, contracts::end)));
    }

    /** What an event says, read in our own words; a property that is not there or has another form is refused. */
    private <T extends Told> Fact told(Class<T> type, BiPredicate<T, Known> put) {
        return (data, logged) -> {
            try {
                T told = json.readValue(data, type);
                return put.test(
                        told,
                        told instanceof Agreed agreed ? new Known(logged.knownAt(), agreed.sourceKnownAt()) : logged);
            } catch (IOException malformed) {
                throw new IllegalArgumentException("the event does not say what it should", malformed);
            }
        };
    }

    @Override
    public String feed() {
        return "contract";
    }

    @Override
    public Instant recordingTime(FeedEvent event, Instant now) {
        return facts.containsKey(event.type())
                ? factClock.record(new Uzovi(event.data().path("uzovi").asText()), now)
                : now;
    }

    /** Offers and whatever else happens over there say nothing about money. */
    @Override
    public void apply(FeedEvent event, Instant recordedAt) {
        var fact = facts.get(event.type());
        if (fact != null && !fact.put(event.data(), new Known(recordedAt, event.time()))) {
            throw new IllegalStateException("event " + event.id() + " is about what is not there or not any more");
        }
    }
}
