package nl.mtvp.plan.regioplan.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.domain.ListedVersion;
import nl.mtvp.plan.regioplan.domain.OwedDecision;
import nl.mtvp.plan.regioplan.domain.PlanVersion.Origin;
import nl.mtvp.plan.regioplan.domain.VersionState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads over all regioplannen: their versions, and the decisions that are owed (D6). One statement for each page. */
@ApplicationScoped
public class OversightRepository {

    /** Which versions; null is any. @param awaits an insurer that has not decided on it yet */
    public record VersionFilter(VersionState state, String rho, String region, Uzovi awaits) {}

    /** Which owed decisions; null is any. @param dueBefore only those that were due before this day */
    public record OwedFilter(Uzovi uzovi, String rho, LocalDate dueBefore) {}

    private static final Map<String, String> VERSION_FILTERS = Map.of(
            "state", " and v.state = :state",
            "rho", " and p.rho = :rho",
            "region", " and v.regioplan_id in (select r.regioplan_id from regioplan_region r where r.region = :region)",
            "awaits",
                    " and v.state = 'SUBMITTED'"
                            + " and v.id in (select y.version_id from regioplan_party y where y.uzovi = :awaits)"
                            + " and v.id not in (select d.version_id from regioplan_decision d where d.uzovi = :awaits)",
            "after", " and v.id > :after");

    private static final Map<String, String> OWED_FILTERS = Map.of(
            "uzovi", " and y.uzovi = :uzovi",
            "rho", " and p.rho = :rho",
            "dueBefore", " and v.decision_due_on < :dueBefore",
            "after", " and v.decision_due_on || '/' || v.id || '/' || y.uzovi > :after");

    /** Oldest first. */
    public List<ListedVersion> versions(Handle tx, VersionFilter filter, Visibility visibility, UUID after, int limit) {
        var visible = Sight.ofVersions(visibility);
        var asked = new HashMap<String, Object>();
        asked.put("state", filter.state());
        asked.put("rho", filter.rho());
        asked.put("region", filter.region());
        asked.put("awaits", filter.awaits());
        asked.put("after", after);
        asked.values().removeIf(value -> value == null);
        return tx.createQuery(
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
                .define("filters", filters(VERSION_FILTERS, asked))
                .bindMap(visible.parameters())
                .bindMap(asked)
                .bind("limit", limit)
                .map((row, context) -> version(row))
                .list();
    }

    /** What is due first, first. @param after where the page before ended, {@code day/version/uzovi}, or null */
    public List<OwedDecision> owed(Handle tx, OwedFilter filter, Visibility visibility, String after, int limit) {
        var visible = visibility.of(Map.of(Owner.RHO, "p.rho", Owner.INSURER, "y.uzovi"));
        var asked = new HashMap<String, Object>();
        asked.put("uzovi", filter.uzovi());
        asked.put("rho", filter.rho());
        asked.put("dueBefore", filter.dueBefore());
        asked.put("after", after);
        asked.values().removeIf(value -> value == null);
        return tx.createQuery(
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
                .define("filters", filters(OWED_FILTERS, asked))
                .bindMap(visible.parameters())
                .bindMap(asked)
                .bind("limit", limit)
                .map(ConstructorMapper.of(OwedDecision.class))
                .list();
    }

    /** The conditions of what is asked for, so that the database plans for these alone. */
    private static String filters(Map<String, String> conditions, Map<String, Object> asked) {
        return asked.keySet().stream().sorted().map(conditions::get).reduce("", String::concat);
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
