package nl.mtvp.payment.ion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ion.db.ConflictRepository;
import nl.mtvp.payment.ion.db.DeliveryRepository;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.Delivery.Accepted;
import nl.mtvp.payment.ion.domain.DeliveryRefused;
import nl.mtvp.payment.ion.domain.Settlement;
import nl.mtvp.payment.ion.domain.Settlement.Conflict;
import nl.mtvp.payment.ion.domain.Settlement.PatientLines;
import nl.mtvp.payment.ion.file.DeliveryLines;
import nl.mtvp.payment.ion.file.DeliveryLines.Match;
import nl.mtvp.payment.ion.file.EvidenceStore;
import nl.mtvp.payment.massmove.MassMoveUseCases;
import org.threeten.extra.YearQuarter;

/**
 * Finds patients whom two insurers deliver for one peildatum, shows each insurer its own lines, and lets it settle with
 * which practice a patient counts, and take that back (D39).
 */
@ApplicationScoped
@Transactional
public class ConflictUseCases {

    private static final int BATCH = 1_000;

    private final ConflictRepository conflicts;
    private final DeliveryRepository deliveries;
    private final EvidenceStore evidence;
    private final MassMoveUseCases massMoves;
    private final FactClock factClock;
    private final Clock clock;

    ConflictUseCases(
            ConflictRepository conflicts,
            DeliveryRepository deliveries,
            EvidenceStore evidence,
            MassMoveUseCases massMoves,
            FactClock factClock,
            Clock clock) {
        this.conflicts = conflicts;
        this.deliveries = deliveries;
        this.evidence = evidence;
        this.massMoves = massMoves;
        this.factClock = factClock;
        this.clock = clock;
    }

    public Page<Conflict> list(Uzovi uzovi, YearQuarter quarter, Visibility visibility, PageRequest asked) {
        return conflicts.list(uzovi, quarter, visibility, asked);
    }

    /** How many of an insurer's patients another insurer delivers too, in each of these quarters where there are any. */
    public Map<YearQuarter, Long> patients(Uzovi uzovi, Collection<YearQuarter> quarters) {
        return conflicts.patients(uzovi, quarters);
    }

    /** Compares a delivery that is about to count with those of other insurers that count. Both lines go on counting. */
    void find(Delivery delivery, DeliveryLines lines, Instant foundAt) {
        conflicts.lock(delivery.quarter());
        var others = new HashMap<UUID, Path>();
        conflicts.elsewhere(delivery).forEach((other, digest) -> others.put(other, evidence.kept(digest)));
        var batch = new ArrayList<Match>(BATCH);
        lines.eachMatch(others, match -> {
            batch.add(match);
            if (batch.size() == BATCH) {
                conflicts.add(delivery.id(), batch, foundAt);
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            conflicts.add(delivery.id(), batch, foundAt);
        }
    }

    /**
     * Settles a conflict of a delivery that counts. Other lines, and other insurers, are not touched.
     *
     * @param countsWith one of the practices that were delivered; null for none
     * @throws DeliveryRefused if there is nothing to settle, it is settled already, or this is no answer to it
     */
    public Settlement settle(
            UUID deliveryId, UUID pseudonym, Agb countsWith, String reason, Visibility visibility, Actor actor) {
        var delivery = counting(deliveryId, visibility);
        var lines = new PatientLines(
                evidence.practiceOf(delivery.as(Accepted.class).orElseThrow().evidenceDigest(), pseudonym),
                conflicts.refusedLines(deliveryId, pseudonym),
                conflicts.isDoubleInsured(deliveryId, pseudonym));
        lines.require(deliveryId, countsWith);
        var known = factClock.record(delivery.uzovi(), clock.instant());
        // A newer delivery that was faster holds the clock before: now it is seen.
        counting(deliveryId, visibility);
        var settlement = new Settlement(
                Ids.at(known),
                deliveryId,
                delivery.uzovi(),
                pseudonym,
                lines.accepted().orElse(null),
                countsWith,
                reason,
                actor.at(known),
                Optional.empty(),
                null);
        conflicts.add(settlement);
        massMoves.flag(delivery.uzovi(), delivery.quarter(), known);
        return settlement;
    }

    /** Takes a settlement back: the patient counts as delivered again. What was known meanwhile stays readable. */
    public Settlement withdraw(UUID id, String reason, Visibility visibility, Actor actor) {
        var settlement = settlement(id, visibility);
        var delivery = counting(settlement.deliveryId(), visibility);
        var known = factClock.record(delivery.uzovi(), clock.instant());
        counting(settlement.deliveryId(), visibility);
        conflicts.withdraw(id, reason, actor.at(known));
        massMoves.flag(delivery.uzovi(), delivery.quarter(), known);
        return settlement(id, visibility);
    }

    public Settlement settlement(UUID id, Visibility visibility) {
        return conflicts.findSettlement(id, visibility).orElseThrow(() -> DeliveryRefused.settlementNotFound(id));
    }

    public Page<Settlement> settlements(UUID delivery, Visibility visibility, PageRequest asked) {
        return conflicts.listSettlements(delivery, visibility, asked);
    }

    private Delivery counting(UUID id, Visibility visibility) {
        var delivery = deliveries.find(id, visibility).orElseThrow(() -> DeliveryRefused.notFound(id));
        if (delivery.as(Accepted.class)
                .filter(accepted -> accepted.knownUntil().isEmpty())
                .isEmpty()) {
            throw DeliveryRefused.countsNoMore(id);
        }
        return delivery;
    }
}
