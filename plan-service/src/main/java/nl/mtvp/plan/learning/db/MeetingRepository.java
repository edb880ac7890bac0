package nl.mtvp.plan.learning.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.learning.domain.Meeting;
import nl.mtvp.plan.learning.domain.MeetingFilter;
import nl.mtvp.plan.learning.domain.Report;
import nl.mtvp.plan.learning.domain.ReportNotTheNewest;
import nl.mtvp.plan.learning.domain.Told;
import org.jdbi.v3.core.mapper.RowMapper;

/** Keeps intervisie meetings and their reports (D12). An RHO sees its own, a practice those at which it was present. */
@ApplicationScoped
public class MeetingRepository {

    private static final String SELECT =
            """
            select m.id, m.rho, m.region, r.number, r.held_on, r.insights, r.reason, r.recorded_at,
                   array(select p.agb from intervisie_presence p
                         where p.meeting_id = r.meeting_id and p.number = r.number order by p.agb) as practices,
                   array(select s.code from intervisie_subject s
                         where s.meeting_id = r.meeting_id and s.number = r.number order by s.code) as interventions
            from intervisie_meeting m join intervisie_report r on r.meeting_id = m.id
            """;

    /** That nothing corrected a report. */
    private static final String NEWEST =
            """
             not exists (select from intervisie_report next
                where next.meeting_id = r.meeting_id and next.number = r.number + 1)
            """;

    private static final RowMapper<Meeting> MEETING = (row, context) ->
            new Meeting(row.getObject("id", UUID.class), row.getString("rho"), row.getString("region"), report(row));

    private final Sql sql;

    MeetingRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(Meeting meeting, Actor actor) {
        sql.update("insert into intervisie_meeting (id, rho, region) values (:id, :rho, :region)")
                .bind("id", meeting.id())
                .bind("rho", meeting.rho())
                .bind("region", meeting.region())
                .execute();
        add(meeting.id(), meeting.report(), actor);
    }

    /** @throws ReportNotTheNewest when it corrects one that was corrected before, or that is not there */
    public void add(UUID meeting, Report report, Actor actor) {
        Supplier<DomainFailure> notTheNewest = () -> new ReportNotTheNewest(report.number() - 1);
        Violations.translated(
                Map.of(
                        "a_report_is_corrected_once", notTheNewest,
                        "what_is_corrected_is_there", notTheNewest),
                () -> sql.update(
                                """
                                insert into intervisie_report (meeting_id, number, corrects, held_on, insights, reason,
                                    recorded_at, recorded_by)
                                values (:meeting, :number, nullif(:number - 1, 0), :heldOn, :insights, :reason,
                                    :recordedAt, :actor)
                                """)
                        .bind("meeting", meeting)
                        .bind("number", report.number())
                        .bind("heldOn", report.told().heldOn())
                        .bind("insights", report.told().insights())
                        .bind("reason", report.reason())
                        .bind("recordedAt", report.recordedAt())
                        .bind("actor", actor.subject())
                        .execute());
        lines(
                "intervisie_presence (meeting_id, number, agb)",
                meeting,
                report,
                report.told().practices());
        lines(
                "intervisie_subject (meeting_id, number, code)",
                meeting,
                report,
                report.told().interventions());
    }

    private void lines(String into, UUID meeting, Report report, Collection<?> values) {
        sql.update("insert into " + into + " select :meeting, :number, unnest(cast(:values as text[]))")
                .bind("meeting", meeting)
                .bind("number", report.number())
                .bind("values", values.stream().map(Object::toString).toArray(String[]::new))
                .execute();
    }

    /** Which of these practices an RHO's regions had on a day. */
    public Set<Agb> ofRho(String rho, Collection<Agb> agbs, LocalDate day) {
        return new HashSet<>(sql.query(
                        """
                                select p.agb from practices_on(:day) p join region g on g.code = p.region
                                where g.rho = :rho and p.agb = any(:agbs)
                                """)
                .bind("day", day)
                .bind("rho", rho)
                .bind("agbs", agbs.stream().map(Agb::code).toArray(String[]::new))
                .mapTo(Agb.class)
                .list());
    }

    public Optional<Meeting> visible(UUID id, Visibility visibility) {
        return reports(id, visibility, NEWEST, 0, 1).stream().findFirst();
    }

    /** All reports of a meeting that is visible, the first first, after a number. */
    public List<Meeting> reports(UUID id, Visibility visibility, int after, int limit) {
        return reports(id, visibility, "true", after, limit);
    }

    private List<Meeting> reports(UUID id, Visibility visibility, String which, int after, int limit) {
        var visible = visible(visibility);
        return sql.query(SELECT + "where m.id = :id and <visible> and <which> and r.number > :after"
                        + " order by r.number limit :limit")
                .define("visible", visible.sql())
                .define("which", which)
                .bindMap(visible.parameters())
                .bind("id", id)
                .bind("after", after)
                .bind("limit", limit)
                .map(MEETING)
                .list();
    }

    /** By id, each with its newest report. */
    public List<Meeting> visible(MeetingFilter filter, Visibility visibility, UUID after, int limit) {
        var visible = visible(visibility);
        return sql.query(
                        SELECT
                                + """
                                where <visible> and <newest>
                                  and (cast(:region as text) is null or m.region = :region)
                                  and (cast(:agb as text) is null or exists (select from intervisie_presence p
                                      where p.meeting_id = r.meeting_id and p.number = r.number and p.agb = :agb))
                                  and (cast(:from as date) is null or r.held_on >= :from)
                                  and (cast(:until as date) is null or r.held_on < :until)
                                  and (cast(:after as uuid) is null or m.id > :after)
                                order by m.id limit :limit
                                """)
                .define("visible", visible.sql())
                .define("newest", NEWEST)
                .bindMap(visible.parameters())
                .bind("region", filter.region())
                .bindByType("agb", filter.agb(), Agb.class)
                .bind("from", filter.from())
                .bind("until", filter.until())
                .bind("after", after)
                .bind("limit", limit)
                .map(MEETING)
                .list();
    }

    /** To the RHO, and to who stands in the newest report. */
    private static Visibility.Condition visible(Visibility visibility) {
        var rho = visibility.of(Map.of(Owner.RHO, "m.rho"));
        var present = visibility.of(Map.of(Owner.PRACTICE, "p.agb"));
        var parameters = new HashMap<>(rho.parameters());
        parameters.putAll(present.parameters());
        var sql = "(" + rho.sql() + " or exists (select from intervisie_presence p where p.meeting_id = m.id and "
                + present.sql() + " and not exists (select from intervisie_report next"
                + " where next.meeting_id = p.meeting_id and next.number = p.number + 1)))";
        return new Visibility.Condition(sql, parameters);
    }

    private static Report report(ResultSet row) throws SQLException {
        var told = new Told(
                row.getObject("held_on", LocalDate.class),
                Stream.of(texts(row, "practices")).map(Agb::new).toList(),
                List.of(texts(row, "interventions")),
                row.getString("insights"));
        return new Report(
                row.getInt("number"),
                told,
                row.getString("reason"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return Stream.of((Object[]) row.getArray(column).getArray())
                .map(Object::toString)
                .toArray(String[]::new);
    }
}
