package nl.mtvp.contract.admission.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.admission.domain.ApprovedRegioplan;
import nl.mtvp.contract.admission.domain.RegionOfPlan;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.Digests;
import org.jdbi.v3.core.mapper.RowMapper;

/** Approved regioplannen in the database, as plan-service told them. */
@ApplicationScoped
public class RegioplanRepository {

    private static final RowMapper<ApprovedRegioplan> REGIOPLAN = (row, context) -> new ApprovedRegioplan(
            row.getObject("regioplan_id", UUID.class),
            row.getObject("version_id", UUID.class),
            row.getInt("version_number"),
            Digests.hex(row.getBytes("content_hash")),
            row.getString("rho"),
            row.getObject("approved_at", OffsetDateTime.class).toInstant());

    private final Sql sql;

    RegioplanRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(
            ApprovedRegioplan regioplan, List<RegionOfPlan> regions, Instant knownAtSource, Instant recordedAt) {
        sql.update(
                        """
                        insert into regioplan_version (version_id, regioplan_id, version_number, content_hash, rho,
                            approved_at, known_at_source, recorded_at)
                        values (:versionId, :regioplanId, :versionNumber, :hash, :rho,
                            :approvedAt, :knownAtSource, :recordedAt)
                        """)
                .bindMethods(regioplan)
                .bind("hash", HexFormat.of().parseHex(regioplan.contentHash()))
                .bind("knownAtSource", knownAtSource)
                .bind("recordedAt", recordedAt)
                .execute();
        regions.forEach(region -> sql.update(
                        """
                        insert into regioplan_region (region, version_id, preferent_insurers)
                        values (:region, :versionId, :preferent)
                        """)
                .bind("region", region.region())
                .bind("versionId", regioplan.versionId())
                .bind(
                        "preferent",
                        region.preferentInsurers().stream().map(Uzovi::code).toArray(String[]::new))
                .execute());
    }

    /** Whether an insurer is preferent in a region, by the approval of this version. */
    public boolean isPreferent(UUID versionId, String region, Uzovi uzovi) {
        return sql.query(
                        """
                        select exists (select from regioplan_region
                        where version_id = :versionId and region = :region and :uzovi = any(preferent_insurers))
                        """)
                .bind("versionId", versionId)
                .bind("region", region)
                .bind("uzovi", uzovi.code())
                .mapTo(Boolean.class)
                .one();
    }

    /** False when there is no such version. */
    public boolean supersede(UUID versionId, UUID by) {
        int superseded = sql.update("update regioplan_version set superseded_by = :by where version_id = :version")
                .bind("by", by)
                .bind("version", versionId)
                .execute();
        return superseded == 1;
    }

    /** The approved version in force of each of these regions that has one. */
    public Map<String, ApprovedRegioplan> inForce(Collection<String> regions) {
        var inForce = new HashMap<String, ApprovedRegioplan>();
        sql.query(
                        """
                        select distinct on (region) region, version_id, regioplan_id, version_number, content_hash, rho,
                            approved_at
                        from regioplan_region join regioplan_version using (version_id)
                        where region = any(:regions) and superseded_by is null
                        order by region, approved_at desc, version_number desc
                        """)
                .bind("regions", regions.toArray(String[]::new))
                .map((row, context) -> Map.entry(row.getString("region"), REGIOPLAN.map(row, context)))
                .forEach(entry -> inForce.put(entry.getKey(), entry.getValue()));
        return inForce;
    }
}
