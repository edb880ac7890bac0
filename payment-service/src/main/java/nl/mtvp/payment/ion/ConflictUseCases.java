package nl.mtvp.payment.ion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.ion.db.ConflictRepository;
import nl.mtvp.payment.ion.domain.Conflict;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.file.DoubleInsurance;
import nl.mtvp.payment.ion.file.DoubleInsurance.Match;
import nl.mtvp.payment.ion.file.EvidenceStore;
import org.threeten.extra.YearQuarter;

/** Finds patients whom two insurers deliver for one peildatum, and shows each insurer its own lines (D39). */
@ApplicationScoped
public class ConflictUseCases {

    private static final int BATCH = 1_000;

    private final ConflictRepository conflicts;
    private final EvidenceStore evidence;

    ConflictUseCases(ConflictRepository conflicts, EvidenceStore evidence) {
        this.conflicts = conflicts;
        this.evidence = evidence;
    }

    @Transactional
    public Page<Conflict> list(Uzovi uzovi, YearQuarter quarter, Visibility visibility, PageRequest asked) {
        return conflicts.list(uzovi, quarter, visibility, asked);
    }

    /** How many of an insurer's patients another insurer delivers too, in each of these quarters where there are any. */
    public Map<YearQuarter, Long> patients(Uzovi uzovi, Collection<YearQuarter> quarters) {
        return conflicts.patients(uzovi, quarters);
    }

    /** Compares a delivery that is about to count with those of other insurers that count. Both lines go on counting. */
    void find(Delivery delivery, DoubleInsurance doubleInsurance, Instant foundAt) {
        conflicts.lock(delivery.quarter());
        var others = new HashMap<UUID, Path>();
        conflicts.elsewhere(delivery).forEach((other, digest) -> others.put(other, evidence.kept(digest)));
        var batch = new ArrayList<Match>(BATCH);
        doubleInsurance.each(others, match -> {
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
}
