package nl.mtvp.contract.admission.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.admission.db.RegioplanRow.RegionRow;
import nl.mtvp.contract.admission.domain.ApprovedRegioplan;
import nl.mtvp.contract.admission.domain.RegionOfPlan;
import nl.mtvp.kernel.identity.Uzovi;

/** Approved regioplannen in the database, as plan-service told them. */
@ApplicationScoped
public class RegioplanRepository implements PanacheRepositoryBase<RegioplanRow, UUID> {

    public void add(
            ApprovedRegioplan regioplan, List<RegionOfPlan> regions, Instant knownAtSource, Instant recordedAt) {
        persist(new RegioplanRow(regioplan, knownAtSource, recordedAt));
        regions.forEach(region -> getEntityManager().persist(new RegionRow(regioplan.versionId(), region)));
    }

    /** Whether an insurer is preferent in a region, by the approval of this version. */
    public boolean isPreferent(UUID versionId, String region, Uzovi uzovi) {
        var covered = getEntityManager().find(RegionRow.class, new RegionRow.Key(region, versionId));
        return covered != null && covered.preferentInsurers.contains(uzovi.code());
    }

    /** False when there is no such version. */
    public boolean supersede(UUID versionId, UUID by) {
        var told = findByIdOptional(versionId);
        told.ifPresent(version -> version.supersededBy = by);
        return told.isPresent();
    }

    /** The approved version in force of each of these regions that has one: the last one that was approved. */
    public Map<String, ApprovedRegioplan> inForce(Collection<String> regions) {
        var inForce = new HashMap<String, ApprovedRegioplan>();
        getEntityManager()
                .createQuery(
                        """
                        from RegioplanRegion r join fetch r.version v
                        where r.region in :regions and v.supersededBy is null order by v.approvedAt, v.versionNumber
                        """,
                        RegionRow.class)
                .setParameter("regions", regions)
                .getResultList()
                .forEach(covered -> inForce.put(covered.region, covered.version.regioplan()));
        return inForce;
    }
}
