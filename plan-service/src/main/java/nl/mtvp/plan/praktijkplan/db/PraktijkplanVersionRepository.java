package nl.mtvp.plan.praktijkplan.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import nl.mtvp.plan.praktijkplan.domain.PlannedLines.Line;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanVersion;
import nl.mtvp.plan.praktijkplan.domain.Staff;
import nl.mtvp.plan.praktijkplan.domain.VersionLine;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps versions of praktijkplannen (D13). Whoever may see the plan may see all of them. */
@ApplicationScoped
public class PraktijkplanVersionRepository {

    private static final String SELECT =
            """
            select id, praktijkplan_id, number, year, regioplan_version_id, state, builds_on, created_at, submitted_at
            from praktijkplan_version
            """;

    private final Sql sql;

    PraktijkplanVersionRepository(Sql sql) {
        this.sql = sql;
    }

    /** What a new version is, without its interventions. */
    public record NewVersion(
            UUID id, UUID praktijkplanId, int number, ImplementationYear year, UUID regioplanVersionId) {}

    public void add(NewVersion version, List<Line> lines, Actor actor, Instant now) {
        sql.update(
                        """
                        insert into praktijkplan_version (id, praktijkplan_id, number, year, regioplan_version_id,
                            state, created_at, created_by)
                        values (:id, :praktijkplanId, :number, :year, :regioplanVersionId, 'DRAFT', :now, :actor)
                        """)
                .bind("id", version.id())
                .bind("praktijkplanId", version.praktijkplanId())
                .bind("number", version.number())
                .bind("year", version.year().number())
                .bind("regioplanVersionId", version.regioplanVersionId())
                .bind("now", now)
                .bind("actor", actor.subject())
                .execute();
        sql.update(
                        """
                        insert into praktijkplan_intervention (version_id, code, development)
                        select :id, code, development from unnest(:codes, :developments) as line (code, development)
                        """)
                .bind("id", version.id())
                .bind("codes", lines.stream().map(Line::code).toArray(String[]::new))
                .bind("developments", lines.stream().map(Line::development).toArray(String[]::new))
                .execute();
        lines.forEach(line -> addStaff(version.id(), line));
    }

    /** An expansion has few lines, and a plan at most one for each expansion in the catalogue. */
    private void addStaff(UUID version, Line line) {
        var staff = line.staff();
        if (staff.isEmpty()) {
            return;
        }
        sql.update(
                        """
                        insert into praktijkplan_staff (version_id, code, position, type, hours_per_week, motivation)
                        select :id, :code, position, type, hours, motivation
                        from unnest(:positions, :types, :hours, :motivations)
                            as line (position, type, hours, motivation)
                        """)
                .bind("id", version)
                .bind("code", line.code())
                .bind("positions", IntStream.range(0, staff.size()).boxed().toArray(Integer[]::new))
                .bind("types", staff.stream().map(Staff::type).toArray(String[]::new))
                .bind("hours", staff.stream().map(Staff::hoursPerWeek).toArray(Integer[]::new))
                .bind("motivations", staff.stream().map(Staff::motivation).toArray(String[]::new))
                .execute();
    }

    public int newest(UUID plan) {
        return sql.query("select coalesce(max(number), 0) from praktijkplan_version where praktijkplan_id = :plan")
                .bind("plan", plan)
                .mapTo(Integer.class)
                .one();
    }

    public int newest(UUID plan, ImplementationYear year) {
        return sql.query(
                        """
                        select coalesce(max(number), 0) from praktijkplan_version
                        where praktijkplan_id = :plan and year = :year
                        """)
                .bind("plan", plan)
                .bind("year", year.number())
                .mapTo(Integer.class)
                .one();
    }

    public Optional<PraktijkplanVersion> withNumber(UUID plan, int number) {
        return sql.query(SELECT + "where praktijkplan_id = :plan and number = :number")
                .bind("plan", plan)
                .bind("number", number)
                .map(new PraktijkplanVersionRows(sql).mapper())
                .findOne();
    }

    /** The submitted version of a year, if there is one. */
    public Optional<PraktijkplanVersion> inForce(UUID plan, ImplementationYear year) {
        return sql.query(SELECT + "where praktijkplan_id = :plan and year = :year and state = 'SUBMITTED'")
                .bind("plan", plan)
                .bind("year", year.number())
                .map(new PraktijkplanVersionRows(sql).mapper())
                .findOne();
    }

    /** The version comes into force for its year, and the one before it stays as it was. */
    public void submit(PraktijkplanVersion version, Integer buildsOn, Actor actor, Instant now, LocalDate today) {
        sql.update(
                        """
                        update praktijkplan_version set state = 'SUPERSEDED'
                        where praktijkplan_id = :plan and year = :year and state = 'SUBMITTED'
                        """)
                .bind("plan", version.praktijkplanId())
                .bind("year", version.plan().year().number())
                .execute();
        sql.update(
                        """
                        update praktijkplan_version set state = 'SUBMITTED', builds_on = :buildsOn,
                            submitted_at = :now, submitted_on = :today, submitted_by = :actor
                        where id = :id
                        """)
                .bind("id", version.id())
                .bind("buildsOn", buildsOn)
                .bind("now", now)
                .bind("today", today)
                .bind("actor", actor.subject())
                .execute();
    }

    /** By number, after a number. */
    public List<VersionLine> lines(UUID plan, int after, int limit) {
        return sql.query(
                        """
                        select number, year, state, created_at, submitted_at from praktijkplan_version
                        where praktijkplan_id = :plan and number > :after order by number limit :limit
                        """)
                .bind("plan", plan)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(VersionLine.class))
                .list();
    }

    /** The codes of all that was ever submitted. */
    public List<String> submittedCodes(UUID plan) {
        return sql.query(
                        """
                        select distinct i.code from praktijkplan_intervention i
                        join praktijkplan_version v on v.id = i.version_id
                        where v.praktijkplan_id = :plan and v.state <> 'DRAFT' order by i.code
                        """)
                .bind("plan", plan)
                .mapTo(String.class)
                .list();
    }
}
