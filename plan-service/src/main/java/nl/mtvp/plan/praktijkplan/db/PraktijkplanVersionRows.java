package nl.mtvp.plan.praktijkplan.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import nl.mtvp.plan.praktijkplan.domain.Planned;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanState;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanVersion;
import nl.mtvp.plan.praktijkplan.domain.Staff;
import nl.mtvp.plan.praktijkplan.domain.Support;
import nl.mtvp.plan.praktijkplan.domain.YearPlan;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads one version with all that belongs to it. */
final class PraktijkplanVersionRows {

    private final Sql sql;

    PraktijkplanVersionRows(Sql sql) {
        this.sql = sql;
    }

    RowMapper<PraktijkplanVersion> mapper() {
        return (row, context) -> version(row);
    }

    private PraktijkplanVersion version(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var regioplanVersion = row.getObject("regioplan_version_id", UUID.class);
        var year = ImplementationYear.of(row.getInt("year"));
        return new PraktijkplanVersion(
                id,
                row.getObject("praktijkplan_id", UUID.class),
                row.getInt("number"),
                PraktijkplanState.valueOf(row.getString("state")),
                regioplanVersion,
                row.getObject("builds_on", Integer.class),
                new YearPlan(year, planned(id, regioplanVersion, year)),
                moment(row, "created_at"),
                moment(row, "submitted_at"));
    }

    /** What is planned, beside what the regioplan selects: a selection never changes, and so neither does this. */
    private List<Planned> planned(UUID version, UUID regioplanVersion, ImplementationYear year) {
        var staff = staff(version);
        return sql.query(
                        """
                        select i.code, i.kernelement, i.name_nl, i.name_en, i.usable_from, s.first_year, k.development
                        from praktijkplan_intervention k
                        join intervention i on i.code = k.code
                        left join regioplan_selection s on s.version_id = :regioplan and s.code = k.code
                        where k.version_id = :version order by k.code
                        """)
                .bind("version", version)
                .bind("regioplan", regioplanVersion)
                .map((row, context) -> new Planned(
                        ConstructorMapper.of(Intervention.class).map(row, context),
                        Support.of(row.getObject("first_year", Integer.class), year),
                        staff.getOrDefault(row.getString("code"), List.of()),
                        row.getString("development")))
                .list();
    }

    private Map<String, List<Staff>> staff(UUID version) {
        return sql
                .query(
                        """
                        select code, type, hours_per_week, motivation from praktijkplan_staff
                        where version_id = :version order by code, position
                        """)
                .bind("version", version)
                .map((row, context) -> Map.entry(
                        row.getString("code"),
                        new Staff(
                                row.getString("type"),
                                row.getObject("hours_per_week", Integer.class),
                                row.getString("motivation"))))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
