package nl.mtvp.payment.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import nl.mtvp.kernel.feed.FeedEvent;
import nl.mtvp.kernel.feed.FeedHandler;
import nl.mtvp.payment.contract.db.AgreementRepository;
import nl.mtvp.payment.contract.db.AgreementRepository.OffsetAgreed;
import nl.mtvp.payment.contract.db.AgreementRepository.ShareAgreed;
import nl.mtvp.payment.contract.db.ContractRepository;
import nl.mtvp.payment.contract.db.ContractRepository.Accepted;
import nl.mtvp.payment.contract.db.ContractRepository.Annulled;
import nl.mtvp.payment.contract.db.ContractRepository.ClawbackOrdered;
import nl.mtvp.payment.contract.db.ContractRepository.Ended;
import nl.mtvp.payment.contract.db.ContractRepository.Known;
import nl.mtvp.payment.contract.db.ContractRepository.Stopped;
import nl.mtvp.payment.contract.db.HolderRepository;
import nl.mtvp.payment.contract.db.HolderRepository.Succeeded;
import nl.mtvp.payment.fact.db.FactClock;

/**
 * Learns contract-service's facts from its feed: contracts and who holds them, stops, ends, annulments, clawbacks,
 * offsets and shares. Each is known here from the moment that its insurer's clock gives (D54); when contract-service
 * knew travels along.
 */
@ApplicationScoped
public class ContractFeed implements FeedHandler {

    static final String ACCEPTED = "nl.mtvp.contract-accepted.v1";
    static final String FOLLOWED = "nl.mtvp.contract-followed.v1";
    static final String SUCCEEDED = "nl.mtvp.contract-succeeded.v1";
    static final String ANNULLED = "nl.mtvp.contract-annulled.v1";
    static final String STOPPED = "nl.mtvp.contract-stopped.v1";
    static final String STOP_WITHDRAWN = "nl.mtvp.contract-stop-withdrawn.v1";
    static final String ENDED = "nl.mtvp.contract-ended.v1";
    static final String END_WITHDRAWN = "nl.mtvp.contract-end-withdrawn.v1";
    static final String CLAWBACK_ORDERED = "nl.mtvp.clawback-ordered.v1";
    static final String CLAWBACK_WITHDRAWN = "nl.mtvp.clawback-withdrawn.v1";
    static final String OFFSET_AGREED = "nl.mtvp.offset-agreed.v1";
    static final String OFFSET_ENDED = "nl.mtvp.offset-ended.v1";
    static final String SHARE_AGREED = "nl.mtvp.rho-share-agreed.v1";
    static final String SHARE_ENDED = "nl.mtvp.rho-share-ended.v1";

    private static final Set<String> FACTS = Set.of(
            ACCEPTED,
            FOLLOWED,
            SUCCEEDED,
            ANNULLED,
            STOPPED,
            STOP_WITHDRAWN,
            ENDED,
            END_WITHDRAWN,
            CLAWBACK_ORDERED,
            CLAWBACK_WITHDRAWN,
            OFFSET_AGREED,
            OFFSET_ENDED,
            SHARE_AGREED,
            SHARE_ENDED);

    private final ContractRepository contracts;
    private final HolderRepository holders;
    private final AgreementRepository agreements;
    private final FactClock factClock;

    ContractFeed(
            ContractRepository contracts,
            HolderRepository holders,
            AgreementRepository agreements,
            FactClock factClock) {
        this.contracts = contracts;
        this.holders = holders;
        this.agreements = agreements;
        this.factClock = factClock;
    }

    @Override
    public String feed() {
        return "contract";
    }

    @Override
    public Instant recordingTime(FeedEvent event, Instant now) {
        return FACTS.contains(event.type()) ? factClock.record(new EventData(event.data()).uzovi(), now) : now;
    }

    @Override
    public void apply(FeedEvent event, Instant recordedAt) {
        var data = new EventData(event.data());
        var logged = new Known(recordedAt, event.time());
        boolean applied =
                switch (event.type()) {
                    case ACCEPTED, FOLLOWED -> accept(accepted(data), logged);
                    case SUCCEEDED -> holders.succeed(succeeded(data), logged);
                    case ANNULLED -> contracts.annul(annulled(data), logged);
                    case STOPPED -> contracts.add(stopped(data), logged);
                    case ENDED -> contracts.add(ended(data), logged);
                    case CLAWBACK_ORDERED -> contracts.add(clawback(data), logged);
                    case STOP_WITHDRAWN -> contracts.withdrawStop(data.id("stopId"), data.text("reason"), logged);
                    case END_WITHDRAWN -> contracts.withdrawEnd(data.id("endId"), data.text("reason"), logged);
                    case CLAWBACK_WITHDRAWN ->
                        contracts.withdrawClawback(data.id("clawbackId"), data.text("reason"), logged);
                    case OFFSET_AGREED -> agreements.add(offset(data), agreedAt(data, recordedAt));
                    case OFFSET_ENDED ->
                        agreements.endOffset(
                                data.id("offsetId"),
                                data.day("offsetUntil"),
                                data.text("reason"),
                                agreedAt(data, recordedAt));
                    case SHARE_AGREED -> agreements.add(share(data), agreedAt(data, recordedAt));
                    case SHARE_ENDED ->
                        agreements.endShare(
                                data.id("shareId"),
                                data.day("shareUntil"),
                                data.text("reason"),
                                agreedAt(data, recordedAt));
                    // Offers and whatever else happens over there say nothing about money.
                    default -> true;
                };
        if (!applied) {
            throw new IllegalStateException("event " + event.id() + " is about what is not there or not any more");
        }
    }

    private boolean accept(Accepted accepted, Known known) {
        return contracts.add(accepted, known) && holders.add(accepted, known);
    }

    /** What parties agree is known over there since they did, which the event says beside when it was logged. */
    private static Known agreedAt(EventData data, Instant recordedAt) {
        return new Known(recordedAt, data.moment("knownAtSource"));
    }

    private static Accepted accepted(EventData data) {
        return new Accepted(
                data.id("contractId"),
                data.uzovi(),
                data.agb("agb"),
                data.kvk(),
                data.text("rho"),
                data.text("region"),
                data.day("startsOn"));
    }

    private static Succeeded succeeded(EventData data) {
        return new Succeeded(
                data.id("successionId"),
                data.id("contractId"),
                data.agb("oldAgb"),
                data.agb("newAgb"),
                data.day("from"));
    }

    private static Annulled annulled(EventData data) {
        return new Annulled(data.id("annulmentId"), data.id("contractId"), data.text("reason"));
    }

    private static Stopped stopped(EventData data) {
        return new Stopped(
                data.id("stopId"), data.id("contractId"), data.uzovi(), data.day("stoppedFrom"), data.text("grounds"));
    }

    private static Ended ended(EventData data) {
        return new Ended(
                data.id("endId"), data.id("contractId"), data.uzovi(), data.day("endedFrom"), data.text("kind"));
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
