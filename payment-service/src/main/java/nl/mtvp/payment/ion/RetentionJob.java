package nl.mtvp.payment.ion;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.payment.ion.db.DeliveryRepository;
import nl.mtvp.payment.ion.file.EvidenceConfig;
import nl.mtvp.payment.ion.file.EvidenceStore;
import org.jboss.logging.Logger;

/**
 * Removes the evidence of deliveries that ceased to count years ago, and notes that it did (D38). Counts, refusals and
 * digests are never removed.
 */
@ApplicationScoped
class RetentionJob {

    private static final Logger LOG = Logger.getLogger(RetentionJob.class);

    private final Transactions transactions;
    private final DeliveryRepository deliveries;
    private final EvidenceStore evidence;
    private final EvidenceConfig config;
    private final Clock clock;

    RetentionJob(
            Transactions transactions,
            DeliveryRepository deliveries,
            EvidenceStore evidence,
            EvidenceConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.evidence = evidence;
        this.config = config;
        this.clock = clock;
    }

    /** The files go before the note is committed: a service that dies between leaves a note to be made, never a file. */
    @Scheduled(every = "24h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeOld() {
        var now = clock.instant();
        var ceasedBefore =
                now.atOffset(ZoneOffset.UTC).minusYears(config.retentionYears()).toInstant();
        int removed = transactions.job(() -> {
            deliveries.lockEvidence();
            var digests = deliveries.removeEvidence(ceasedBefore, now);
            digests.forEach(evidence::remove);
            return digests.size();
        });
        if (removed > 0) {
            LOG.infof("removed %d files of evidence that ceased to count before %s", removed, ceasedBefore);
        }
    }
}
