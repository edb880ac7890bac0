package nl.mtvp.plan.praktijkplan.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.praktijkplan.domain.Deadline;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.threeten.extra.YearQuarter;

/** Reads the deadlines of admitted practices, two for each, and keeps which of them were told to have passed (D11). */
@ApplicationScoped
public class DeadlineRepository {

    private static final RowMapper<Deadline> DEADLINE = (row, context) -> new Deadline(
            row.getObject("round_id", UUID.class),
            new Agb(row.getString("agb")),
            row.getString("region"),
            row.getString("rho"),
            YearQuarter.from(row.getObject("quarter", LocalDate.class)),
            ImplementationYear.of(row.getInt("year")),
            row.getObject("first_submitted_on", LocalDate.class));

    private static final String SELECT =
            """
            select a.round_id, a.agb, p.region, g.rho, a.quarter, y.year, s.first_submitted_on
            from admission a
            cross join unnest(:years, cast(:earliestInTime as date[])) as y (year, earliest_in_time)
            join practices_on(:today) p on p.agb = a.agb
            join region g on g.code = p.region
            left join praktijkplan k on k.agb = a.agb
            left join lateral (select min(v.submitted_on) as first_submitted_on from praktijkplan_version v
                where v.praktijkplan_id = k.id and v.year = y.year) s on true
            where a.withdrawn_at is null
            """;

    private static final String OVERDUE = " and a.quarter < y.earliest_in_time and s.first_submitted_on is null";

    private static final String UNTOLD =
            """
             and not exists (select from praktijkplan_overdue o
                where o.round_id = a.round_id and o.agb = a.agb and o.year = y.year)
            """;

    private final Sql sql;

    DeadlineRepository(Sql sql) {
        this.sql = sql;
    }

    /** What to look for. Each may be null; {@code overdue} true leaves out what is not. */
    public record Filter(String region, Agb agb, ImplementationYear year, boolean overdue) {}

    /** By practice and year. @param after where the page before ended, {@code agb/year}, or null */
    public List<Deadline> visible(Filter filter, LocalDate today, Visibility visibility, String after, int limit) {
        var visible = visibility.of(Map.of(Owner.RHO, "g.rho", Owner.PRACTICE, "a.agb"));
        var filters = new Filters()
                .and("p.region = :region", "region", filter.region())
                .and("a.agb = :agb", "agb", filter.agb())
                .and(
                        "y.year = :year",
                        "year",
                        filter.year() == null ? null : filter.year().number())
                .and("a.agb || '/' || y.year > :after", "after", after);
        return years(
                        sql.query(SELECT
                                + (filter.overdue() ? OVERDUE : "")
                                + " and <visible><filters> order by a.agb, y.year limit :limit"),
                        today)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .define("filters", filters.sql())
                .bindMap(filters.parameters())
                .bind("limit", limit)
                .map(DEADLINE)
                .list();
    }

    /** That of an admitted practice for a year; none before its admission. */
    public Optional<Deadline> of(Agb agb, ImplementationYear year, LocalDate today) {
        return years(sql.query(SELECT + " and a.agb = :agb and y.year = :year"), today)
                .bind("agb", agb)
                .bind("year", year.number())
                .map(DEADLINE)
                .findOne();
    }

    /** Takes the turn of some practices of which an overdue plan is not told yet; those taken by others are left. */
    public List<String> claim(LocalDate today, int limit) {
        return years(
                        sql.query(
                                """
                                select p.agb from practice p
                                where p.agb in (select agb from (
                                """
                                        + SELECT + OVERDUE + UNTOLD
                                        + """
                                ) as overdue)
                                order by p.agb limit :limit for no key update of p skip locked
                                """),
                        today)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /** Marks what these practices are overdue with as told. Ask after the claim: it sees what came in before that. */
    public List<Deadline> tell(List<String> practices, LocalDate today, Instant now) {
        var overdue = years(
                        sql.query(SELECT + OVERDUE + UNTOLD + " and a.agb = any(:agbs) order by a.agb, y.year"), today)
                .bind("agbs", practices.toArray(String[]::new))
                .map(DEADLINE)
                .list();
        sql.update(
                        """
                        insert into praktijkplan_overdue (round_id, agb, year, told_at)
                        select round_id, agb, year, :now from unnest(:rounds, :agbs, :years) as line (round_id, agb, year)
                        """)
                .bind("rounds", overdue.stream().map(Deadline::roundId).toArray(UUID[]::new))
                .bind("agbs", overdue.stream().map(line -> line.agb().code()).toArray(String[]::new))
                .bind(
                        "years",
                        overdue.stream().map(line -> line.year().number()).toArray(Integer[]::new))
                .bind("now", now)
                .execute();
        return overdue;
    }

    private static <T extends SqlStatement<T>> T years(T statement, LocalDate today) {
        var years = ImplementationYear.values();
        return statement
                .bind("today", today)
                .bind("years", Stream.of(years).map(ImplementationYear::number).toArray(Integer[]::new))
                .bind(
                        "earliestInTime",
                        Stream.of(years)
                                .map(year -> year.earliestInTime(today).atDay(1).toString())
                                .toArray(String[]::new));
    }
}
