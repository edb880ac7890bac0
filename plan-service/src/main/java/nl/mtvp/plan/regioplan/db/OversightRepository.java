package nl.mtvp.plan.regioplan.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.domain.ListedVersion;
import nl.mtvp.plan.regioplan.domain.OwedDecision;
import nl.mtvp.plan.regioplan.domain.PlanVersion.Origin;
import nl.mtvp.plan.regioplan.domain.VersionState;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads over all regioplannen: their versions, and the decisions that are owed (D6). One statement for each page. */
@ApplicationScoped
public class OversightRepository {

    private final Sql sql;

    OversightRepository(Sql sql) {
        this.sql = sql;
    }

    /** Which versions; null is any. @param awaits an insurer that has not decided on it yet */
    public record VersionFilter(VersionState state, String rho, String region, Uzovi awaits) {}

    /** Which owed decisions; null is any. @param dueBefore only those that were due before this day */
    public record OwedFilter(Uzovi uzovi, String rho, LocalDate dueBefore) {}

    /** Oldest first. */
    public List<ListedVersion> versions(VersionFilter filter, Visibility visibility, UUID after, int limit) {
        var visible = Sight.ofVersions(visibility);
        var filters = new Filters()
                .and("v.state = :state", "state", filter.state())
                .and("p.rho = :rho", "rho", filter.rho())
                .and(
                        "v.regioplan_id in (select r.regioplan_id from regioplan_region r where r.region = :region)",
                        "region",
                        filter.region())
                .and(
                        "v.state = 'SUBMITTED'"
                                + " and v.id in (select y.version_id from regioplan_party y where y.uzovi = :awaits)"
                                + " and v.id not in (select d.version_id from regioplan_decision d"
                                + " where d.uzovi = :awaits)",
                        "awaits",
                        filter.awaits())
                .and("v.id > :after", "after", after);
        return sql.query(
                        """
                        select v.id, v.regioplan_id, v.number, p.rho, p.title, v.state, v.origin, v.created_at,
                               array(select region from regioplan_region where regioplan_id = p.id order by region)
                                   as regions,
                               encode(v.content_hash, 'hex') as content_hash, v.submitted_at, v.decision_due_on,
                               v.decided_at
                        from regioplan_version v join regioplan p on p.id = v.regioplan_id
                        where <visible><filters>
                        order by v.id limit :limit
                        """)
                .define("visible", visible.sql())
                .define("filters", filters.sql())
                .bindMap(visible.parameters())
                .bindMap(filters.parameters())
                .bind("limit", limit)
                .map((row, context) -> version(row))
                .list();
    }

    /** What is due first, first. @param after where the page before ended, {@code day/version/uzovi}, or null */
    public List<OwedDecision> owed(OwedFilter filter, Visibility visibility, String after, int limit) {
        var visible = visibility.of(Map.of(Owner.RHO, "p.rho", Owner.INSURER, "y.uzovi"));
        var filters = new Filters()
                .and("y.uzovi = :uzovi", "uzovi", filter.uzovi())
                .and("p.rho = :rho", "rho", filter.rho())
                .and("v.decision_due_on < :dueBefore", "dueBefore", filter.dueBefore())
                .and("v.decision_due_on || '/' || v.id || '/' || y.uzovi > :after", "after", after);
        return sql.query(
                        """
                        select distinct v.decision_due_on, v.id as version_id, y.uzovi, v.regioplan_id, v.number, p.rho,
                               p.title, v.submitted_at
                        from regioplan_version v
                        join regioplan p on p.id = v.regioplan_id
                        join regioplan_party y on y.version_id = v.id
                        where v.state = 'SUBMITTED' and <visible><filters>
                          and not exists (select from regioplan_decision d
                              where d.version_id = v.id and d.uzovi = y.uzovi)
                        order by v.decision_due_on, v.id, y.uzovi limit :limit
                        """)
                .define("visible", visible.sql())
                .define("filters", filters.sql())
                .bindMap(visible.parameters())
                .bindMap(filters.parameters())
                .bind("limit", limit)
                .map(ConstructorMapper.of(OwedDecision.class))
                .list();
    }

    private static ListedVersion version(ResultSet row) throws SQLException {
        return new ListedVersion(
                row.getObject("id", UUID.class),
                row.getObject("regioplan_id", UUID.class),
                row.getInt("number"),
                row.getString("rho"),
                List.of((String[]) row.getArray("regions").getArray()),
                row.getString("title"),
                VersionState.valueOf(row.getString("state")),
                Origin.valueOf(row.getString("origin")),
                row.getString("content_hash"),
                moment(row, "created_at"),
                moment(row, "submitted_at"),
                row.getObject("decision_due_on", LocalDate.class),
                moment(row, "decided_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
