package nl.mtvp.payment.ion;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ion.db.DeliveryRepository;
import nl.mtvp.payment.ion.db.DeliveryRepository.Outcome;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.DeliveryScan;
import nl.mtvp.payment.ion.domain.DeliveryStatus;
import nl.mtvp.payment.ion.domain.FileFault;
import nl.mtvp.payment.ion.domain.LineCode;
import nl.mtvp.payment.ion.domain.RefusedLine;
import nl.mtvp.payment.ion.file.DeliveryContent;
import nl.mtvp.payment.ion.file.DeliveryLines;
import nl.mtvp.payment.ion.file.EvidenceConfig;
import nl.mtvp.payment.ion.file.EvidenceStore;
import nl.mtvp.payment.massmove.MassMoveUseCases;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Works through complete deliveries (D38, D39). One transaction claims a delivery, stores what it came to, and says
 * since when it is known; a replica that dies leaves the delivery to the next one.
 */
@ApplicationScoped
class DeliveryJob {

    private static final Logger LOG = Logger.getLogger(DeliveryJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int BATCH = 1_000;

    private final Transactions transactions;
    private final DeliveryRepository deliveries;
    private final EvidenceStore evidence;
    private final EvidenceConfig config;
    private final ConflictUseCases conflicts;
    private final MassMoveUseCases massMoves;
    private final FactClock factClock;
    private final Clock clock;

    DeliveryJob(
            Transactions transactions,
            DeliveryRepository deliveries,
            EvidenceStore evidence,
            EvidenceConfig config,
            ConflictUseCases conflicts,
            MassMoveUseCases massMoves,
            FactClock factClock,
            Clock clock) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.evidence = evidence;
        this.config = config;
        this.conflicts = conflicts;
        this.massMoves = massMoves;
        this.factClock = factClock;
        this.clock = clock;
    }

    /** Content of deliveries that were finished when this service died is not kept. */
    void forgetFinished(@Observes StartupEvent startup) {
        for (var id : evidence.incoming()) {
            var delivery = transactions.run(tx -> deliveries.withId(tx, id, Visibility.EVERYTHING));
            if (delivery.map(found -> finished(found.status())).orElse(false)) {
                evidence.forget(id);
            }
        }
    }

    /** Looks for work every second, and goes on until none is left. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        boolean more;
        do {
            more = workOne();
        } while (more);
    }

    /** Claims one piece of work and does it; false when none was waiting. */
    boolean workOne() {
        var claimed = new UUID[1];
        try {
            transactions.perform(tx -> {
                claimed[0] = null;
                deliveries.claim(tx, clock.instant()).ifPresent(delivery -> {
                    claimed[0] = delivery.id();
                    work(tx, delivery);
                });
            });
        } catch (RuntimeException failure) {
            // Whatever it is, the other deliveries must go on; this one is shown with its attempts, and tried again.
            LOG.errorf(failure, "delivery %s could not be worked through", claimed[0]);
            if (claimed[0] == null) {
                return false;
            }
            var id = claimed[0];
            transactions.perform(
                    tx -> deliveries.tryAfter(tx, id, clock.instant().plus(PAUSE)));
            return true;
        }
        if (claimed[0] != null) {
            evidence.forget(claimed[0]);
        }
        return claimed[0] != null;
    }

    private void work(Handle tx, Delivery delivery) {
        var work = evidence.work(delivery.id());
        var content = DeliveryContent.of(delivery, evidence.incoming(delivery.id()), work, config.unpackedBytesMax());
        if (content.fault().isPresent()) {
            deliveries.refuse(tx, delivery.id(), content.fault().get(), clock.instant());
            return;
        }
        var scanned = content.scanned();
        var peildatum = Quarters.peildatum(delivery.quarter());
        try (var lines = new DeliveryLines(content.text(), peildatum, scanned.blankLines(), work, config)) {
            long malformed = lines.malformed();
            if (malformed * 100 > scanned.rows()) {
                deliveries.refuse(tx, delivery.id(), tooManyMalformed(malformed, scanned.rows()), clock.instant());
                return;
            }
            store(tx, delivery, scanned.rows(), lines);
        }
    }

    private void store(Handle tx, Delivery delivery, long rows, DeliveryLines lines) {
        deliveries.addCounts(tx, delivery.id(), lines.counts());
        long duplicates = addRefusals(tx, delivery.id(), lines);
        long accepted = lines.accepted();
        var evidenceDigest = evidence.keep(lines.writeAccepted());
        conflicts.find(tx, delivery, Digests.hex(evidenceDigest), evidence.spill(delivery.id()), clock.instant());
        var known = factClock.record(tx, delivery.uzovi(), clock.instant());
        deliveries.accept(
                tx, delivery, new Outcome(known, accepted, rows - accepted - duplicates, duplicates, evidenceDigest));
        massMoves.flag(tx, delivery.uzovi(), delivery.quarter(), known);
    }

    private long addRefusals(Handle tx, UUID delivery, DeliveryLines lines) {
        var duplicates = new long[1];
        var batch = new ArrayList<RefusedLine>(BATCH);
        lines.eachRefusal(refusal -> {
            duplicates[0] += refusal.code() == LineCode.DUPLICATE ? 1 : 0;
            batch.add(refusal);
            if (batch.size() == BATCH) {
                deliveries.addRefusals(tx, delivery, batch);
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            deliveries.addRefusals(tx, delivery, batch);
        }
        return duplicates[0];
    }

    private static FileFault tooManyMalformed(long malformed, long rows) {
        return new FileFault(
                "too-many-malformed",
                malformed + " of " + rows + " lines are malformed, which is more than 1 %; each line is "
                        + DeliveryScan.HEADER);
    }

    private static boolean finished(DeliveryStatus status) {
        return status == DeliveryStatus.ACCEPTED || status == DeliveryStatus.REFUSED;
    }
}
