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
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.praktijkplan.domain.Deadline;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import org.jdbi.v3.core.mapper.RowMapper;
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

    private static final Order<Deadline> BY_PRACTICE = Order.by("a.agb", Agb::new, Deadline::agb)
            .then("y.year", Integer::valueOf, deadline -> deadline.year().number());

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
            """;

    private static final String OVERDUE = "a.quarter < y.earliest_in_time and s.first_submitted_on is null";

    private static final String UNTOLD = "not exists (select from praktijkplan_overdue o"
            + " where o.round_id = a.round_id and o.agb = a.agb and o.year = y.year)";

    private final Sql sql;

    DeadlineRepository(Sql sql) {
        this.sql = sql;
    }

    /** What to look for. Each may be null; {@code overdue} true leaves out what is not. */
    public record Filter(String region, Agb agb, ImplementationYear year, boolean overdue) {}

    /** By practice and year. */
    public Page<Deadline> list(Filter filter, LocalDate today, Visibility visibility, PageRequest asked) {
        var year = filter.year() == null ? null : filter.year().number();
        var wanted = on(today)
                .and(visibility.of(Map.of(Owner.RHO, "g.rho", Owner.PRACTICE, "a.agb")))
                .and("p.region = :region", "region", filter.region())
                .and("a.agb = :agb", "agb", filter.agb())
                .and("y.year = :year", "year", year);
        return BY_PRACTICE.page(sql, SELECT, filter.overdue() ? wanted.and(OVERDUE) : wanted, asked, DEADLINE);
    }

    /** That of an admitted practice for a year; none before its admission. */
    public Optional<Deadline> find(Agb agb, ImplementationYear year, LocalDate today) {
        var wanted = on(today).and("a.agb = :agb", "agb", agb).and("y.year = :year", "year", year.number());
        return sql.query(SELECT + wanted.where())
                .bindMap(wanted.parameters())
                .map(DEADLINE)
                .findOne();
    }

    /** Takes the turn of some practices of which an overdue plan is not told yet; those taken by others are left. */
    public List<String> claim(LocalDate today, int limit) {
        var wanted = on(today).and(OVERDUE).and(UNTOLD);
        return sql.query("select p.agb from practice p where p.agb in (select agb from (" + SELECT + wanted.where()
                        + ") as overdue) order by p.agb limit :limit for no key update of p skip locked")
                .bindMap(wanted.parameters())
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /** Marks what these practices are overdue with as told. Ask after the claim: it sees what came in before that. */
    public List<Deadline> tell(List<String> practices, LocalDate today, Instant now) {
        var wanted =
                on(today).and(OVERDUE).and(UNTOLD).and("a.agb = any(:agbs)", "agbs", practices.toArray(String[]::new));
        var overdue = sql.query(SELECT + wanted.where() + " order by a.agb, y.year")
                .bindMap(wanted.parameters())
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

    /** The years of admissions that stand, and from which admitted quarter on each of them is in time today. */
    private static Filters on(LocalDate today) {
        var years = ImplementationYear.values();
        return new Filters()
                .and("a.withdrawn_at is null")
                .with("today", today)
                .with("years", Stream.of(years).map(ImplementationYear::number).toArray(Integer[]::new))
                .with(
                        "earliestInTime",
                        Stream.of(years)
                                .map(year -> year.earliestInTime(today).atDay(1).toString())
                                .toArray(String[]::new));
    }
}
