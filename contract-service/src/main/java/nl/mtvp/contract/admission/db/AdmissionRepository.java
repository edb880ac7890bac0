package nl.mtvp.contract.admission.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.contract.admission.db.AdmissionRow.RegioplanRow;
import nl.mtvp.contract.admission.db.AdmissionRow.RegioplanRow.RegionRow;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.contract.admission.domain.ApprovedRegioplan;
import nl.mtvp.contract.admission.domain.RegionOfPlan;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.threeten.extra.YearQuarter;

/**
 * Admissions and approved regioplannen in the database, as plan-service told them. Only admissions that were not withdrawn
 * are answered.
 */
@ApplicationScoped
public class AdmissionRepository implements PanacheRepositoryBase<AdmissionRow, AdmissionRow.Key> {

    private static final Order<AdmissionRow> BY_PRACTICE_AND_ROUND =
            Order.<AdmissionRow>by("agb", Agb::new, row -> row.agb).then("roundId", Uuids::of, row -> row.roundId);

    private final Sql sql;

    AdmissionRepository(Sql sql) {
        this.sql = sql;
    }

    /** A redraw of a round may admit again who was withdrawn. */
    public void add(Admission admission, long ion, UUID drawId, Instant knownAtSource, Instant recordedAt) {
        getEntityManager().merge(new AdmissionRow(admission, ion, drawId, knownAtSource, recordedAt));
    }

    /** False when there is no such admission. */
    public boolean withdraw(Agb agb, UUID roundId, String reason) {
        var told = findByIdOptional(new AdmissionRow.Key(agb, roundId));
        told.ifPresent(row -> row.withdrawnReason = reason);
        return told.isPresent();
    }

    /** The admissions of these practices, which may be thousands, the earliest quarter first. */
    public Map<Agb, List<Admission>> of(Collection<Agb> agbs) {
        return sql.query(
                        """
                        select agb, round_id, rho, region, hub, quarter from admission
                        where agb = any(:agbs) and withdrawn_reason is null order by quarter, round_id
                        """)
                .bind("agbs", agbs.stream().map(Agb::code).toArray(String[]::new))
                .map(ConstructorMapper.of(Admission.class))
                .collect(Collectors.groupingBy(Admission::agb));
    }

    /** Admissions in the order of AGB code and round; what is null does not narrow. */
    public Page<Admission> list(String region, YearQuarter quarter, Agb agb, PageRequest asked) {
        var wanted = new Filters()
                .and("withdrawnReason is null")
                .and("region = :region", "region", region)
                .and("quarter = :quarter", "quarter", quarter)
                .and("agb = :agb", "agb", agb);
        return BY_PRACTICE_AND_ROUND.page(this, wanted, asked).map(AdmissionRow::admission);
    }

    public void add(
            ApprovedRegioplan regioplan, List<RegionOfPlan> regions, Instant knownAtSource, Instant recordedAt) {
        getEntityManager().persist(new RegioplanRow(regioplan, knownAtSource, recordedAt));
        regions.forEach(region -> getEntityManager().persist(new RegionRow(regioplan.versionId(), region)));
    }

    /** Whether an insurer is preferent in a region, by the approval of this version. */
    public boolean isPreferent(UUID versionId, String region, Uzovi uzovi) {
        var covered = getEntityManager().find(RegionRow.class, new RegionRow.Key(region, versionId));
        return covered != null && covered.preferentInsurers.contains(uzovi.code());
    }

    /** False when there is no such version. */
    public boolean supersede(UUID versionId, UUID by) {
        var told = Optional.ofNullable(getEntityManager().find(RegioplanRow.class, versionId));
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
