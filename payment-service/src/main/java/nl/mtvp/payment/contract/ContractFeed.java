package nl.mtvp.payment.contract;

import static java.util.Map.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import nl.mtvp.kernel.feed.FeedEvent;
import nl.mtvp.kernel.feed.FeedHandler;
import nl.mtvp.payment.contract.db.ContractRepository;
import nl.mtvp.payment.contract.db.ContractRepository.Accepted;
import nl.mtvp.payment.contract.db.ContractRepository.Annulled;
import nl.mtvp.payment.contract.db.ContractRepository.ClawbackOrdered;
import nl.mtvp.payment.contract.db.ContractRepository.Ended;
import nl.mtvp.payment.contract.db.ContractRepository.Known;
import nl.mtvp.payment.contract.db.ContractRepository.OffsetAgreed;
import nl.mtvp.payment.contract.db.ContractRepository.ShareAgreed;
import nl.mtvp.payment.contract.db.ContractRepository.Stopped;
import nl.mtvp.payment.contract.db.ContractRepository.Succeeded;
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
        boolean put(EventData data, Known known);
    }

    private final ContractRepository contracts;
    private final FactClock factClock;
    private final Map<String, Fact> facts;

    ContractFeed(ContractRepository contracts, FactClock factClock) {
        this.contracts = contracts;
        this.factClock = factClock;
        this.facts = Map.ofEntries(
                entry("nl.mtvp.contract-accepted.v1", this::accept),
                entry("nl.mtvp.contract-followed.v1", this::accept),
                entry(
                        "nl.mtvp.contract-succeeded.v1",
                        (data, known) -> contracts.succeed(
                                new Succeeded(
                                        data.id("successionId"),
                                        data.id("contractId"),
                                        data.agb("oldAgb"),
                                        data.agb("newAgb"),
                                        data.day("from")),
                                known)),
                entry(
                        "nl.mtvp.contract-annulled.v1",
                        (data, known) -> contracts.annul(
                                new Annulled(data.id("annulmentId"), data.id("contractId"), data.text("reason")),
                                known)),
                entry(
                        "nl.mtvp.contract-stopped.v1",
                        (data, known) -> contracts.add(
                                new Stopped(
                                        data.id("stopId"),
                                        data.id("contractId"),
                                        data.uzovi(),
                                        data.day("stoppedFrom"),
                                        data.text("grounds")),
                                known)),
                entry(
                        "nl.mtvp.contract-stop-withdrawn.v1",
                        (data, known) -> contracts.withdrawStop(data.id("stopId"), data.text("reason"), known)),
                entry(
                        "nl.mtvp.contract-ended.v1",
                        (data, known) -> contracts.add(
                                new Ended(
                                        data.id("endId"),
                                        data.id("contractId"),
                                        data.uzovi(),
                                        data.day("endedFrom"),
                                        data.text("kind")),
                                known)),
                entry(
                        "nl.mtvp.contract-end-withdrawn.v1",
                        (data, known) -> contracts.withdrawEnd(data.id("endId"), data.text("reason"), known)),
                entry("nl.mtvp.clawback-ordered.v1", (data, known) -> contracts.add(clawback(data), known)),
                entry(
                        "nl.mtvp.clawback-withdrawn.v1",
                        (data, known) -> contracts.withdrawClawback(data.id("clawbackId"), data.text("reason"), known)),
                entry("nl.mtvp.offset-agreed.v1", (data, known) -> contracts.add(offset(data), agreed(data, known))),
                entry(
                        "nl.mtvp.offset-ended.v1",
                        (data, known) -> contracts.endOffset(
                                data.id("offsetId"),
                                data.day("offsetUntil"),
                                data.text("reason"),
                                agreed(data, known))),
                entry("nl.mtvp.rho-share-agreed.v1", (data, known) -> contracts.add(share(data), agreed(data, known))),
                entry(
                        "nl.mtvp.rho-share-ended.v1",
                        (data, known) -> contracts.endShare(
                                data.id("shareId"), data.day("shareUntil"), data.text("reason"), agreed(data, known))));
    }

    @Override
    public String feed() {
        return "contract";
    }

    @Override
    public Instant recordingTime(FeedEvent event, Instant now) {
        return facts.containsKey(event.type()) ? factClock.record(new EventData(event.data()).uzovi(), now) : now;
    }

    /** Offers and whatever else happens over there say nothing about money. */
    @Override
    public void apply(FeedEvent event, Instant recordedAt) {
        var fact = facts.get(event.type());
        if (fact != null && !fact.put(new EventData(event.data()), new Known(recordedAt, event.time()))) {
            throw new IllegalStateException("event " + event.id() + " is about what is not there or not any more");
        }
    }

    private boolean accept(EventData data, Known known) {
        return contracts.add(
                new Accepted(
                        data.id("contractId"),
                        data.uzovi(),
                        data.agb("agb"),
                        data.kvk(),
                        data.text("rho"),
                        data.text("region"),
                        data.day("startsOn")),
                known);
    }

    /** What parties agree is known over there since they did, which the event says beside when it was logged. */
    private static Known agreed(EventData data, Known logged) {
        return new Known(logged.knownAt(), data.moment("knownAtSource"));
    }

    private static ClawbackOrdered clawback(EventData data) {
        return new ClawbackOrdered(
                data.id("clawbackId"),
                data.id("contractId"),
                data.uzovi(),
                data.day("clawedBackFrom"),
                data.day("clawedBackUntil"),
                data.tenThousandths("percentage"),
                data.text("grounds"));
    }

    private static OffsetAgreed offset(EventData data) {
        return new OffsetAgreed(
                data.id("offsetId"),
                data.id("contractId"),
                data.uzovi(),
                data.id("agreementId"),
                data.cents("amountPerQuarter"),
                data.day("offsetFrom"),
                data.optionalDay("offsetUntil"));
    }

    private static ShareAgreed share(EventData data) {
        return new ShareAgreed(
                data.id("shareId"),
                data.id("contractId"),
                data.uzovi(),
                data.text("rho"),
                data.optionalText("percentage") == null ? null : data.tenThousandths("percentage"),
                data.optionalText("amountPerIon") == null ? null : data.cents("amountPerIon"),
                data.day("shareFrom"),
                data.optionalDay("shareUntil"));
    }
}
