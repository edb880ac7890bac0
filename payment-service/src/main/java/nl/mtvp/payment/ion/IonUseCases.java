package nl.mtvp.payment.ion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.ion.db.DeliveryRepository;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.Delivery.Complete;
import nl.mtvp.payment.ion.domain.Delivery.Receiving;
import nl.mtvp.payment.ion.domain.DeliveryRefused;
import nl.mtvp.payment.ion.domain.PracticeCount;
import nl.mtvp.payment.ion.domain.RefusedLine;
import nl.mtvp.payment.ion.file.EvidenceStore;
import org.threeten.extra.YearQuarter;

/** Announces deliveries, takes their content in, and reads what came of them (D38, D39). */
@ApplicationScoped
public class IonUseCases {

    private final DeliveryRepository deliveries;
    private final EvidenceStore evidence;
    private final Event<DeliveryComplete> completed;
    private final Clock clock;

    IonUseCases(DeliveryRepository deliveries, EvidenceStore evidence, Event<DeliveryComplete> completed, Clock clock) {
        this.deliveries = deliveries;
        this.evidence = evidence;
        this.completed = completed;
        this.clock = clock;
    }

    /** All content of a delivery is here, and that is committed. */
    record DeliveryComplete(UUID delivery) {}

    /** A delivery with how much of its content is here. */
    public record Received(Delivery delivery, long offset) {}

    /**
     * Content that is taken in: whoever does it says when it is over, and nobody else begins before.
     *
     * @param file to whose end it goes
     * @param bytes how much is there
     * @param bytesMax how much there may be
     */
    public record Intake(Path file, long bytes, long bytesMax, Runnable over) {}

    /** @throws DeliveryRefused if the peildatum lies after today */
    @Transactional
    public Delivery announce(Delivery delivery) {
        var today = LocalDate.now(clock);
        var peildatum = Quarters.peildatum(delivery.quarter());
        if (peildatum.isAfter(today)) {
            throw DeliveryRefused.peildatumInFuture(peildatum, today);
        }
        deliveries.add(delivery);
        return delivery;
    }

    public Received received(UUID id, Visibility visibility) {
        var delivery = get(id, visibility);
        long offset = delivery.as(Complete.class).map(Complete::contentBytes).orElseGet(() -> evidence.received(id));
        return new Received(delivery, offset);
    }

    /**
     * Begins to take content in at its offset: until what is given is closed, nobody else does.
     *
     * @throws DeliveryRefused if the content goes on elsewhere, is complete, or is being sent by another request
     */
    public Intake begin(UUID id, long offset, Visibility visibility) {
        receiving(id, visibility);
        var held = evidence.hold(id).orElseThrow(DeliveryRefused::underWay);
        try {
            // It may have been completed while nobody was kept from it.
            receiving(id, visibility);
            long received = evidence.received(id);
            if (offset != received) {
                throw DeliveryRefused.atOffset(offset, received);
            }
            return new Intake(evidence.incoming(id), received, evidence.contentBytesMax(), held);
        } catch (RuntimeException refused) {
            held.run();
            throw refused;
        }
    }

    private void receiving(UUID id, Visibility visibility) {
        if (!(get(id, visibility).state() instanceof Receiving)) {
            throw DeliveryRefused.complete();
        }
    }

    /**
     * Ends what was begun, when all that was sent is on the disk.
     *
     * @param complete whether this is the end of the content: the work on it can begin
     */
    public Received end(UUID id, boolean complete, Visibility visibility) {
        // The disk is waited for before the transaction, which holds the delivery.
        var taken = recorded(id, evidence.forced(id), complete, visibility);
        if (complete) {
            completed.fireAsync(new DeliveryComplete(id));
        }
        return taken;
    }

    @Transactional
    Received recorded(UUID id, long end, boolean complete, Visibility visibility) {
        // Each piece is somebody's doing, and recorded as one.
        deliveries.lock(id);
        if (complete && !deliveries.complete(id, end, clock.instant())) {
            throw DeliveryRefused.complete();
        }
        return new Received(visible(id, visibility), end);
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
        return deliveries.listRefusals(id, asked);
    }

    @Transactional
    public Page<PracticeCount> counts(UUID id, Visibility visibility, PageRequest asked) {
        visible(id, visibility);
        return deliveries.listCounts(id, asked);
    }

    private Delivery visible(UUID id, Visibility visibility) {
        return deliveries.find(id, visibility).orElseThrow(() -> DeliveryRefused.notFound(id));
    }
}
