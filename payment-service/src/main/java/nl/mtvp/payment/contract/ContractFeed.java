package nl.mtvp.payment.contract;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.kernel.feed.FeedEvent;
import nl.mtvp.kernel.feed.FeedHandler;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.contract.db.ContractRepository;
import nl.mtvp.payment.contract.db.ContractRepository.Accepted;
import nl.mtvp.payment.contract.db.ContractRepository.ClawbackOrdered;
import nl.mtvp.payment.contract.db.ContractRepository.Ended;
import nl.mtvp.payment.contract.db.ContractRepository.Stopped;
import nl.mtvp.payment.fact.db.FactClock;
import org.jdbi.v3.core.Handle;

/**
 * Learns contracts, stops, ends and clawbacks from contract-service's feed. Each is known here from the moment that its
 * insurer's clock gives (D54); when contract-service knew travels along.
 */
@ApplicationScoped
public class ContractFeed implements FeedHandler {

    static final String ACCEPTED = "nl.mtvp.contract-accepted.v1";
    static final String FOLLOWED = "nl.mtvp.contract-followed.v1";
    static final String STOPPED = "nl.mtvp.contract-stopped.v1";
    static final String STOP_WITHDRAWN = "nl.mtvp.contract-stop-withdrawn.v1";
    static final String ENDED = "nl.mtvp.contract-ended.v1";
    static final String END_WITHDRAWN = "nl.mtvp.contract-end-withdrawn.v1";
    static final String CLAWBACK_ORDERED = "nl.mtvp.clawback-ordered.v1";
    static final String CLAWBACK_WITHDRAWN = "nl.mtvp.clawback-withdrawn.v1";

    private static final Set<String> FACTS = Set.of(
            ACCEPTED, FOLLOWED, STOPPED, STOP_WITHDRAWN, ENDED, END_WITHDRAWN, CLAWBACK_ORDERED, CLAWBACK_WITHDRAWN);

    private final ContractRepository contracts;
    private final FactClock factClock;

    ContractFeed(ContractRepository contracts, FactClock factClock) {
        this.contracts = contracts;
        this.factClock = factClock;
    }

    @Override
    public String feed() {
        return "contract";
    }

    @Override
    public Instant recordingTime(Handle tx, FeedEvent event, Instant now) {
        return FACTS.contains(event.type()) ? factClock.record(tx, uzovi(event.data()), now) : now;
    }

    @Override
    public void apply(Handle tx, FeedEvent event, Instant recordedAt) {
        var data = event.data();
        switch (event.type()) {
            case ACCEPTED, FOLLOWED -> contracts.add(tx, accepted(data), recordedAt, event.time());
            case STOPPED -> contracts.add(tx, stopped(data), recordedAt, event.time());
            case ENDED -> contracts.add(tx, ended(data), recordedAt, event.time());
            case CLAWBACK_ORDERED -> contracts.add(tx, clawback(data), recordedAt, event.time());
            case STOP_WITHDRAWN ->
                require(
                        contracts.withdrawStop(tx, id(data, "stopId"), text(data, "reason"), recordedAt, event.time()),
                        event);
            case END_WITHDRAWN ->
                require(
                        contracts.withdrawEnd(tx, id(data, "endId"), text(data, "reason"), recordedAt, event.time()),
                        event);
            case CLAWBACK_WITHDRAWN ->
                require(
                        contracts.withdrawClawback(
                                tx, id(data, "clawbackId"), text(data, "reason"), recordedAt, event.time()),
                        event);
            default -> {
                // Offers and whatever else happens over there say nothing about money.
            }
        }
    }

    private static Accepted accepted(JsonNode data) {
        return new Accepted(
                id(data, "contractId"),
                uzovi(data),
                new Agb(text(data, "agb")),
                new Kvk(text(data, "kvk")),
                text(data, "rho"),
                text(data, "region"),
                day(data, "startsOn"));
    }

    private static Stopped stopped(JsonNode data) {
        return new Stopped(
                id(data, "stopId"),
                id(data, "contractId"),
                uzovi(data),
                day(data, "stoppedFrom"),
                text(data, "grounds"));
    }

    private static Ended ended(JsonNode data) {
        return new Ended(
                id(data, "endId"), id(data, "contractId"), uzovi(data), day(data, "endedFrom"), text(data, "kind"));
    }

    private static ClawbackOrdered clawback(JsonNode data) {
        return new ClawbackOrdered(
                id(data, "clawbackId"),
                id(data, "contractId"),
                uzovi(data),
                day(data, "clawedBackFrom"),
                day(data, "clawedBackUntil"),
                new BigDecimal(text(data, "percentage")).movePointRight(2).intValueExact(),
                text(data, "grounds"));
    }

    private static void require(boolean withdrawn, FeedEvent event) {
        if (!withdrawn) {
            throw new IllegalStateException(
                    "event " + event.id() + " withdraws what is not there or was withdrawn before");
        }
    }

    private static Uzovi uzovi(JsonNode data) {
        return new Uzovi(text(data, "uzovi"));
    }

    private static UUID id(JsonNode data, String property) {
        return UUID.fromString(text(data, property));
    }

    private static LocalDate day(JsonNode data, String property) {
        return LocalDate.parse(text(data, property));
    }

    private static String text(JsonNode data, String property) {
        var value = data.path(property);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("the event has no text " + property);
        }
        return value.asText();
    }
}
