package nl.mtvp.payment.ion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ion.db.DeliveryRepository;
import nl.mtvp.payment.ion.db.SettlementRepository;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.DeliveryNotFound;
import nl.mtvp.payment.ion.domain.PatientLines;
import nl.mtvp.payment.ion.domain.Settlement;
import nl.mtvp.payment.ion.domain.SettlementNotFound;
import nl.mtvp.payment.ion.domain.SettlementRefused;
import nl.mtvp.payment.ion.file.Evidence;
import nl.mtvp.payment.massmove.MassMoveUseCases;
import org.jdbi.v3.core.Handle;

/** Lets an insurer settle with which practice a patient counts, and take that back (D39). */
@ApplicationScoped
public class SettlementUseCases {

    private final Transactions transactions;
    private final DeliveryRepository deliveries;
    private final SettlementRepository settlements;
    private final Evidence evidence;
    private final MassMoveUseCases massMoves;
    private final FactClock factClock;
    private final Clock clock;

    SettlementUseCases(
            Transactions transactions,
            DeliveryRepository deliveries,
            SettlementRepository settlements,
            Evidence evidence,
            MassMoveUseCases massMoves,
            FactClock factClock,
            Clock clock) {
        this.transactions = transactions;
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
    public Settlement settle(
            UUID deliveryId, UUID pseudonym, Agb countsWith, String reason, Visibility visibility, Actor actor) {
        return transactions.run(tx -> {
            var delivery = counting(tx, deliveryId, visibility);
            var lines = new PatientLines(
                    evidence.practiceOf(delivery.evidenceDigest(), pseudonym),
                    settlements.refusedLines(tx, deliveryId, pseudonym),
                    settlements.isDoubleInsured(tx, deliveryId, pseudonym));
            lines.require(deliveryId, countsWith);
            var known = factClock.record(tx, delivery.uzovi(), clock.instant());
            // A newer delivery that was faster holds the clock before: now it is seen.
            counting(tx, deliveryId, visibility);
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
            settlements.add(tx, settlement);
            massMoves.flag(tx, delivery.uzovi(), delivery.quarter(), known);
            return settlement;
        });
    }

    /** Takes a settlement back: the patient counts as delivered again. What was known meanwhile stays readable. */
    public Settlement withdraw(UUID id, String reason, Visibility visibility, Actor actor) {
        return transactions.run(tx -> {
            var settlement = visible(tx, id, visibility);
            var delivery = counting(tx, settlement.deliveryId(), visibility);
            var known = factClock.record(tx, delivery.uzovi(), clock.instant());
            counting(tx, settlement.deliveryId(), visibility);
            settlements.withdraw(tx, id, reason, actor.subject(), known);
            massMoves.flag(tx, delivery.uzovi(), delivery.quarter(), known);
            return visible(tx, id, visibility);
        });
    }

    public Settlement get(UUID id, Visibility visibility) {
        return transactions.run(tx -> visible(tx, id, visibility));
    }

    public List<Settlement> list(UUID after, int limit, UUID delivery, Visibility visibility) {
        return transactions.run(tx -> settlements.after(tx, after, limit, delivery, visibility));
    }

    private Settlement visible(Handle tx, UUID id, Visibility visibility) {
        return settlements.withId(tx, id, visibility).orElseThrow(() -> new SettlementNotFound(id));
    }

    private Delivery counting(Handle tx, UUID id, Visibility visibility) {
        var delivery = deliveries.withId(tx, id, visibility).orElseThrow(() -> new DeliveryNotFound(id));
        if (delivery.knownFrom() == null || delivery.knownUntil() != null) {
            throw SettlementRefused.countsNoMore(id);
        }
        return delivery;
    }
}
