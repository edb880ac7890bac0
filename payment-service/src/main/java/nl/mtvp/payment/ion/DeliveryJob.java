package nl.mtvp.payment.ion;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.job.ClaimedWork;
import nl.mtvp.kernel.job.ClaimedWork.Failure;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ion.IonUseCases.DeliveryComplete;
import nl.mtvp.payment.ion.db.DeliveryRepository;
import nl.mtvp.payment.ion.db.DeliveryRepository.Outcome;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.Delivery.DeliveryPhase;
import nl.mtvp.payment.ion.domain.LineCode;
import nl.mtvp.payment.ion.file.DeliveryContent;
import nl.mtvp.payment.ion.file.DeliveryLines;
import nl.mtvp.payment.ion.file.EvidenceConfig;
import nl.mtvp.payment.ion.file.EvidenceStore;
import nl.mtvp.payment.massmove.MassMoveUseCases;
import org.jboss.logging.Logger;

/**
 * Works through complete deliveries (D38, D39). One transaction claims a delivery, stores what it came to, and says
 * since when it is known; a replica that dies leaves the delivery to the next one.
 */
@ApplicationScoped
class DeliveryJob {

    private static final Logger LOG = Logger.getLogger(DeliveryJob.class);
    private static final int TOLD_EVERY = 1_000_000;

    private final ClaimedWork work;
    private final Transactions transactions;
    private final DeliveryRepository deliveries;
    private final EvidenceStore evidence;
    private final EvidenceConfig config;
    private final ConflictUseCases conflicts;
    private final MassMoveUseCases massMoves;
    private final FactClock factClock;
    private final Clock clock;
    private final Lock working = new ReentrantLock();

    DeliveryJob(
            ClaimedWork work,
            Transactions transactions,
            DeliveryRepository deliveries,
            EvidenceStore evidence,
            EvidenceConfig config,
            ConflictUseCases conflicts,
            MassMoveUseCases massMoves,
            FactClock factClock,
            Clock clock) {
        this.work = work;
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
            var delivery = transactions.run(() -> deliveries.find(id, Visibility.EVERYTHING));
            if (delivery.map(Delivery::isFinished).orElse(false)) {
                evidence.forget(id);
            }
        }
    }

    /** A delivery that came in whole here need not wait for the next look. */
    void wake(@ObservesAsync DeliveryComplete complete) {
        work();
    }

    /** Looks for work every second, and goes on until none is left; one delivery at a time, for the sake of memory. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        if (working.tryLock()) {
            try {
                while (workOne()) {}
            } finally {
                working.unlock();
            }
        }
    }

    private boolean workOne() {
        return work.one(deliveries::claim, this::work, done -> evidence.forget(done.id()), this::failed);
    }

    private void failed(Delivery delivery, Failure failure) {
        LOG.errorf(failure.cause(), "delivery %s could not be worked through", delivery.id());
        deliveries.tryAfter(delivery.id(), failure.tryAfter());
    }

    private void work(Delivery delivery) {
        try (var lines = new DeliveryLines(evidence.work(delivery.id()), config)) {
            tell(delivery, DeliveryPhase.READING, lines);
            var content =
                    DeliveryContent.of(delivery, evidence.incoming(delivery.id()), config.unpackedBytesMax(), line -> {
                        lines.accept(line);
                        if (lines.taken() % TOLD_EVERY == 0) {
                            tell(delivery, DeliveryPhase.READING, lines);
                        }
                    });
            if (content.fault().isPresent()) {
                deliveries.refuse(delivery.id(), content.fault().get(), clock.instant());
            } else {
                tell(delivery, DeliveryPhase.DECIDING, lines);
                lines.decide(Quarters.peildatum(delivery.quarter()));
                store(delivery, content, lines);
            }
            deliveries.forgetProgress(delivery.id());
        }
    }

    private void store(Delivery delivery, DeliveryContent content, DeliveryLines lines) {
        tell(delivery, DeliveryPhase.WRITING, lines);
        var written = lines.writeAccepted();
        deliveries.addCounts(delivery.id(), lines.counts());
        long duplicates = addRefusals(delivery.id(), content, lines);
        long accepted = lines.accepted();
        deliveries.lockEvidenceShared();
        var evidenceDigest = evidence.keep(written.join());
        tell(delivery, DeliveryPhase.COMPARING, lines);
        conflicts.find(delivery, lines, clock.instant());
        var known = factClock.record(delivery.uzovi(), clock.instant());
        long refused = content.rows() - accepted - duplicates;
        deliveries.accept(delivery, new Outcome(known, accepted, refused, duplicates, evidenceDigest));
        massMoves.flag(delivery.uzovi(), delivery.quarter(), known);
    }

    /** Apart, so that others see it while the delivery itself is held. */
    private void tell(Delivery delivery, DeliveryPhase phase, DeliveryLines lines) {
        transactions.apart(() -> {
            deliveries.tell(delivery.id(), phase, lines.taken(), clock.instant());
            return null;
        });
    }

    private long addRefusals(UUID delivery, DeliveryContent content, DeliveryLines lines) {
        var duplicates = new long[1];
        deliveries.addRefusals(
                delivery,
                taker -> lines.eachRefusal(content.malformed(), refusal -> {
                    duplicates[0] += refusal.code() == LineCode.DUPLICATE ? 1 : 0;
                    taker.accept(refusal);
                }));
        return duplicates[0];
    }
}
