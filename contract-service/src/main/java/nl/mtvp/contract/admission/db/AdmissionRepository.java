package nl.mtvp.contract.admission.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uuids;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.threeten.extra.YearQuarter;

/** Admissions in the database, as plan-service told them. Only those that were not withdrawn are answered. */
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
}
