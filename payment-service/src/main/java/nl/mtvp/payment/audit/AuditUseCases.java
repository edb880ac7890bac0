package nl.mtvp.payment.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.payment.audit.db.AuditRepository;
import nl.mtvp.payment.audit.domain.AuditChain;
import nl.mtvp.payment.audit.domain.AuditChain.Break;
import nl.mtvp.payment.audit.domain.AuditRecord.AuditQuery;
import nl.mtvp.payment.audit.domain.AuditRecord.SealedRecord;

/** Seals, reads and verifies the records of who did what. */
@ApplicationScoped
public class AuditUseCases {

    private static final int AT_ONCE = 500;

    private final AuditRepository records;

    AuditUseCases(AuditRepository records) {
        this.records = records;
    }

    /** What verifying the chain showed. */
    public record Verification(long records, String head, List<Break> breaks) {}

    /** Also done by whoever reads, so that what was recorded before is in the answer. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void seal() {
        while (sealSome()) {}
    }

    public Page<SealedRecord> list(AuditQuery asked, Visibility visibility, PageRequest page) {
        seal();
        return sealed(asked, visibility, page);
    }

    @Transactional
    Page<SealedRecord> sealed(AuditQuery asked, Visibility visibility, PageRequest page) {
        return records.list(asked, visibility, page);
    }

    @Transactional
    boolean sealSome() {
        return records.seal();
    }

    @Transactional
    List<SealedRecord> chain(long after) {
        return records.chain(after, AT_ONCE);
    }

    /**
     * Recomputes the whole chain, some records at a time.
     *
     * @param publishedHead a head that somebody was told, which must stand in the chain; may be null
     */
    public Verification verify(String publishedHead) {
        seal();
        var chain = new AuditChain(publishedHead);
        long read = 0;
        List<SealedRecord> some;
        do {
            some = chain(chain.position());
            some.forEach(chain::add);
            read += some.size();
        } while (!some.isEmpty());
        return new Verification(read, chain.head(), chain.breaks());
    }
}
