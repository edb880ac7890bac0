package nl.mtvp.payment.ion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.ion.db.DeliveryRepository;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.DeliveryNotFound;
import nl.mtvp.payment.ion.domain.DeliveryStatus;
import nl.mtvp.payment.ion.domain.PeildatumInFuture;
import nl.mtvp.payment.ion.domain.PracticeCount;
import nl.mtvp.payment.ion.domain.RefusedLine;
import nl.mtvp.payment.ion.domain.UploadRefused;
import nl.mtvp.payment.ion.file.EvidenceStore;
import org.threeten.extra.YearQuarter;

/** Announces deliveries, takes their content in, and reads what came of them (D38, D39). */
@ApplicationScoped
public class IonUseCases {

    private final Transactions transactions;
    private final DeliveryRepository deliveries;
    private final EvidenceStore evidence;
    private final Event<DeliveryComplete> completed;
    private final Clock clock;

    IonUseCases(
            Transactions transactions,
            DeliveryRepository deliveries,
            EvidenceStore evidence,
            Event<DeliveryComplete> completed,
            Clock clock) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.evidence = evidence;
        this.completed = completed;
        this.clock = clock;
    }

    /** All content of a delivery is here, and that is committed. */
    record DeliveryComplete(UUID delivery) {}

    /** A delivery with how much of its content is here. */
    public record Received(Delivery delivery, long offset) {}

    /** @throws PeildatumInFuture if the peildatum lies after today */
    @Transactional
    public Delivery announce(Delivery delivery) {
        var today = LocalDate.now(clock);
        var peildatum = Quarters.peildatum(delivery.quarter());
        if (peildatum.isAfter(today)) {
            throw new PeildatumInFuture(peildatum, today);
        }
        deliveries.add(delivery);
        return delivery;
    }

    public Received received(UUID id, Visibility visibility) {
        var delivery = get(id, visibility);
        long offset = delivery.contentBytes() == null ? evidence.received(id) : delivery.contentBytes();
        return new Received(delivery, offset);
    }

    /**
     * Takes content in at its offset, as it comes. The delivery is held meanwhile, so two uploads cannot mix.
     *
     * @param complete whether this is the end of the content: the work on it can begin
     * @throws UploadRefused if the content goes on elsewhere, is complete, or is being sent by another request
     */
    public Received receive(UUID id, long offset, boolean complete, InputStream content, Visibility visibility) {
        var taken = transactions.job(() -> {
            visible(id, visibility);
            var delivery = deliveries.lockedUnlessHeld(id).orElseThrow(UploadRefused::underWay);
            if (delivery.status() != DeliveryStatus.RECEIVING) {
                throw UploadRefused.complete();
            }
            long received = evidence.received(id);
            if (offset != received) {
                throw UploadRefused.atOffset(offset, received);
            }
            long end = evidence.append(id, content);
            if (complete) {
                deliveries.complete(id, end, clock.instant());
            }
            return new Received(visible(id, visibility), end);
        });
        if (complete) {
            completed.fireAsync(new DeliveryComplete(id));
        }
        return taken;
    }

    @Transactional
    public Delivery get(UUID id, Visibility visibility) {
        return visible(id, visibility);
    }

    @Transactional
    public Page<Delivery> list(Uzovi uzovi, YearQuarter quarter, Visibility visibility, PageRequest asked) {
        return deliveries.list(uzovi, quarter, visibility, asked);
    }

    @Transactional
    public Page<RefusedLine> refusals(UUID id, Visibility visibility, PageRequest asked) {
        visible(id, visibility);
        return deliveries.refusals(id, asked);
    }

    @Transactional
    public Page<PracticeCount> counts(UUID id, Visibility visibility, PageRequest asked) {
        visible(id, visibility);
        return deliveries.counts(id, asked);
    }

    private Delivery visible(UUID id, Visibility visibility) {
        return deliveries.withId(id, visibility).orElseThrow(() -> new DeliveryNotFound(id));
    }
}
