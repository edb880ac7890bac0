package nl.mtvp.payment.ion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ion.db.DeliveryRepository;
import nl.mtvp.payment.ion.db.SettlementRepository;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.DeliveryRefused;
import nl.mtvp.payment.ion.domain.PatientLines;
import nl.mtvp.payment.ion.domain.Settlement;
import nl.mtvp.payment.ion.domain.SettlementRefused;
import nl.mtvp.payment.ion.file.Evidence;
import nl.mtvp.payment.massmove.MassMoveUseCases;

/** Lets an insurer settle with which practice a patient counts, and take that back (D39). */
@ApplicationScoped
public class SettlementUseCases {

    private final DeliveryRepository deliveries;
    private final SettlementRepository settlements;
    private final Evidence evidence;
    private final MassMoveUseCases massMoves;
    private final FactClock factClock;
    private final Clock clock;

    SettlementUseCases(
            DeliveryRepository deliveries,
            SettlementRepository settlements,
            Evidence evidence,
            MassMoveUseCases massMoves,
            FactClock factClock,
            Clock clock) {
        this.deliveries = deliveries;
        this.settlements = settlements;
        this.evidence = evidence;
        this.massMoves = massMoves;
        this.factClock = factClock;
        this.clock = clock;
    }

    /**
     * Settles a conflict of a delivery that counts. Other lines, and other insurers, are not touched.
     *
     * @param countsWith one of the practices that were delivered; null for none
     * @throws SettlementRefused if there is nothing to settle, it is settled already, or this is no answer to it
     */
    @Transactional
    public Settlement settle(
            UUID deliveryId, UUID pseudonym, Agb countsWith, String reason, Visibility visibility, Actor actor) {
        var delivery = counting(deliveryId, visibility);
        var lines = new PatientLines(
                evidence.practiceOf(delivery.evidenceDigest(), pseudonym),
                settlements.refusedLines(deliveryId, pseudonym),
                settlements.isDoubleInsured(deliveryId, pseudonym));
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
                actor.subject(),
                known,
                null,
                null,
                null);
        settlements.add(settlement);
        massMoves.flag(delivery.uzovi(), delivery.quarter(), known);
        return settlement;
    }

    /** Takes a settlement back: the patient counts as delivered again. What was known meanwhile stays readable. */
    @Transactional
    public Settlement withdraw(UUID id, String reason, Visibility visibility, Actor actor) {
        var settlement = visible(id, visibility);
        var delivery = counting(settlement.deliveryId(), visibility);
        var known = factClock.record(delivery.uzovi(), clock.instant());
        counting(settlement.deliveryId(), visibility);
        settlements.withdraw(id, reason, actor.subject(), known);
        massMoves.flag(delivery.uzovi(), delivery.quarter(), known);
        return visible(id, visibility);
    }

    @Transactional
    public Settlement get(UUID id, Visibility visibility) {
        return visible(id, visibility);
    }

    @Transactional
    public Page<Settlement> list(UUID delivery, Visibility visibility, PageRequest asked) {
        return settlements.list(delivery, visibility, asked);
    }

    private Settlement visible(UUID id, Visibility visibility) {
        return settlements.withId(id, visibility).orElseThrow(() -> DeliveryRefused.settlementNotFound(id));
    }

    private Delivery counting(UUID id, Visibility visibility) {
        var delivery = deliveries.withId(id, visibility).orElseThrow(() -> DeliveryRefused.notFound(id));
        if (delivery.knownFrom() == null || delivery.knownUntil() != null) {
            throw SettlementRefused.countsNoMore(id);
        }
        return delivery;
    }
}
