package nl.mtvp.contract.admission.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import org.jdbi.v3.core.mapper.RowMapper;
import org.threeten.extra.YearQuarter;

/** Admissions in the database, as plan-service told them. Only those that were not withdrawn are answered. */
@ApplicationScoped
public class AdmissionRepository {

    private static final RowMapper<Admission> ADMISSION = (row, context) -> new Admission(
            new Agb(row.getString("agb")),
            row.getObject("round_id", UUID.class),
            row.getString("rho"),
            row.getString("region"),
            row.getString("hub"),
            YearQuarter.from(row.getObject("quarter", LocalDate.class)));

    private final Sql sql;

    AdmissionRepository(Sql sql) {
        this.sql = sql;
    }

    /** A redraw of a round may admit again who was withdrawn. */
    public void add(Admission admission, long ion, UUID drawId, Instant knownAtSource, Instant recordedAt) {
        sql.update(
                        """
                        insert into admission (agb, round_id, rho, region, hub, quarter, ion, draw_id,
                            known_at_source, recorded_at)
                        values (:agb, :roundId, :rho, :region, :hub, :quarter, :ion, :drawId,
                            :knownAtSource, :recordedAt)
                        on conflict (agb, round_id) do update set (rho, region, hub, quarter, ion, draw_id,
                            withdrawn_reason, known_at_source, recorded_at) = (excluded.rho, excluded.region,
                            excluded.hub, excluded.quarter, excluded.ion, excluded.draw_id,
                            null, excluded.known_at_source, excluded.recorded_at)
                        """)
                .bindMethods(admission)
                .bind("ion", ion)
                .bind("drawId", drawId)
                .bind("knownAtSource", knownAtSource)
                .bind("recordedAt", recordedAt)
                .execute();
    }

    /** False when there is no such admission. */
    public boolean withdraw(Agb agb, UUID roundId, String reason) {
        int withdrawn = sql.update(
                        "update admission set withdrawn_reason = :reason where agb = :agb and round_id = :roundId")
                .bind("reason", reason)
                .bind("agb", agb)
                .bind("roundId", roundId)
                .execute();
        return withdrawn == 1;
    }

    /** The admissions of these practices, the earliest quarter first. */
    public Map<Agb, List<Admission>> of(Collection<Agb> agbs) {
        return sql
                .query(
                        """
                        select agb, round_id, rho, region, hub, quarter from admission
                        where agb = any(:agbs) and withdrawn_reason is null order by quarter, round_id
                        """)
                .bind("agbs", agbs.stream().map(Agb::code).toArray(String[]::new))
                .map(ADMISSION)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Admission::agb));
    }

    /** Admissions in the order of AGB code and round. */
    public List<Admission> after(
            Optional<String> region, Optional<YearQuarter> quarter, Optional<Agb> agb, String after, int limit) {
        return sql.query(
                        """
                        select agb, round_id, rho, region, hub, quarter from admission
                        where withdrawn_reason is null
                          and (cast(:region as text) is null or region = :region)
                          and (cast(:quarter as date) is null or quarter = :quarter)
                          and (cast(:agb as text) is null or agb = :agb)
                          and (cast(:after as text) is null or agb || '/' || round_id > :after)
                        order by agb || '/' || round_id limit :limit
                        """)
                .bind("region", region.orElse(null))
                .bind("quarter", quarter.map(of -> of.atDay(1)).orElse(null))
                .bind("agb", agb.map(Agb::code).orElse(null))
                .bind("after", after)
                .bind("limit", limit)
                .map(ADMISSION)
                .list();
    }
}
