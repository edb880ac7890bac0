package nl.mtvp.plan.monitoring.db;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.monitoring.domain.Evaluation;
import nl.mtvp.plan.monitoring.domain.Indicator;
import nl.mtvp.plan.monitoring.domain.Measured;
import org.jdbi.v3.core.statement.Query;

/**
 * Adds up the values of a year (D14), all indicators in one statement, and tells which regions and practices somebody may ask
 * about. A practice belongs to the region in which it is on the year's last day.
 */
@ApplicationScoped
public class EvaluationRepository {

    private static final String EVALUATE =
            """
            with value as (
                select v.indicator, v.numerator, v.denominator, v.year, v.baseline, v.agb,
                       coalesce(p.region, v.region) as region
                from indicator_value v left join practices_on(:lastDay) p on p.agb = v.agb
                where v.replaced_at is null and (v.year = :year or v.baseline)),
            added as (
                select indicator,
                    sum(numerator) filter (where year = :year and <own>) as own_numerator,
                    sum(denominator) filter (where year = :year and <own>) as own_denominator,
                    count(*) filter (where year = :year and <own>) as own_subjects,
                    sum(numerator) filter (where baseline and <own>) as baseline_numerator,
                    sum(denominator) filter (where baseline and <own>) as baseline_denominator,
                    count(*) filter (where baseline and <own>) as baseline_subjects,
                    sum(numerator) filter (where year = :year and <around>) as region_numerator,
                    sum(denominator) filter (where year = :year and <around>) as region_denominator,
                    count(*) filter (where year = :year and <around>) as region_subjects,
                    sum(numerator) filter (where year = :year) as nation_numerator,
                    sum(denominator) filter (where year = :year) as nation_denominator,
                    count(*) filter (where year = :year) as nation_subjects
                from value group by indicator)
            select i.code, added.* from indicator i left join added on added.indicator = i.code
            where cast(:level as text) is null or i.level = :level order by i.code
            """;

    private final Sql sql;
    private final IndicatorRepository indicators;

    EvaluationRepository(Sql sql, IndicatorRepository indicators) {
        this.sql = sql;
        this.indicators = indicators;
    }

    /** Of a region: all indicators, those of its practices added up. */
    public List<Evaluation> ofRegion(String region, int year) {
        return evaluated(
                sql.query(EVALUATE)
                        .define("own", "region = :region")
                        .define("around", "false")
                        .bind("region", region)
                        .bind("level", (String) null),
                year);
    }

    /** Of a practice: the indicators of practices, beside its region. */
    public List<Evaluation> ofPractice(Agb agb, String region, int year) {
        return evaluated(
                sql.query(EVALUATE)
                        .define("own", "agb = :agb")
                        .define("around", "region = :region")
                        .bind("agb", agb)
                        .bind("region", region)
                        .bind("level", Indicator.Level.PRACTICE),
                year);
    }

    public Optional<String> findRho(String region) {
        return sql.query("select rho from region where code = :region")
                .bind("region", region)
                .mapTo(String.class)
                .findOne();
    }

    /** Whether a region has one of the reader's practices on a day. */
    public boolean hasPractice(String region, LocalDate day, Visibility visibility) {
        var visible = visibility.of(Map.of(Owner.PRACTICE, "p.agb"));
        return sql.query("select exists (select from practices_on(:day) p where p.region = :region and <visible>)")
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("day", day)
                .bind("region", region)
                .mapTo(Boolean.class)
                .one();
    }

    /** The region of a practice on a day, for itself and for that region's RHO. */
    public Optional<String> findRegion(Agb agb, LocalDate day, Visibility visibility) {
        var visible = visibility.of(Map.of(Owner.PRACTICE, "p.agb", Owner.RHO, "g.rho"));
        return sql.query(
                        """
                        select p.region from practices_on(:day) p join region g on g.code = p.region
                        where p.agb = :agb and <visible>
                        """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("day", day)
                .bind("agb", agb)
                .mapTo(String.class)
                .findOne();
    }

    private List<Evaluation> evaluated(Query query, int year) {
        var known = indicators.all().stream().collect(toMap(Indicator::code, Function.identity()));
        return query.bind("year", year)
                .bind("lastDay", LocalDate.of(year, 12, 31))
                .map((row, context) -> evaluation(row, known.get(row.getString("code"))))
                .list();
    }

    private static Evaluation evaluation(ResultSet row, Indicator indicator) throws SQLException {
        return new Evaluation(
                indicator,
                measured(row, "own"),
                measured(row, "baseline"),
                measured(row, "region"),
                measured(row, "nation"));
    }

    private static Optional<Measured> measured(ResultSet row, String of) throws SQLException {
        int subjects = row.getInt(of + "_subjects");
        return subjects == 0
                ? Optional.empty()
                : Optional.of(new Measured(
                        row.getBigDecimal(of + "_numerator"), row.getBigDecimal(of + "_denominator"), subjects));
    }
}
