package nl.mtvp.plan.monitoring.db;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.plan.monitoring.domain.Delivered;
import nl.mtvp.plan.monitoring.domain.Delivered.Measured;
import nl.mtvp.plan.monitoring.domain.Delivered.Subject;
import nl.mtvp.plan.monitoring.domain.MonitoringRefused;
import nl.mtvp.plan.monitoring.domain.StoredValue;
import nl.mtvp.plan.monitoring.domain.StoredValue.ValueFilter;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/** Keeps the values of indicators (D14). A practice sees its own, an RHO those of its regions and their practices. */
@ApplicationScoped
public class ValueRepository {

    private static final Map<String, Supplier<? extends DomainFailure>> RACES = Map.of(
            "one_value_of_a_practice", MonitoringRefused::measuredMeanwhile,
            "one_value_of_a_region", MonitoringRefused::measuredMeanwhile,
            "one_baseline_of_a_practice", MonitoringRefused::measuredMeanwhile,
            "one_baseline_of_a_region", MonitoringRefused::measuredMeanwhile);

    private static final Order<StoredValue> BY_ID = Order.by("v.id", Uuids::of, StoredValue::id);

    private static final String SELECT =
            """
            select v.id, v.indicator, v.agb, v.region, v.year, v.numerator, v.denominator, v.baseline, v.recorded_at,
                   v.replaced_at
            from indicator_value v
            left join practices_on(:today) p on p.agb = v.agb
            left join region g on g.code = coalesce(p.region, v.region)
            """;

    private static final RowMapper<StoredValue> VALUE = (row, context) -> {
        var agb = row.getString("agb");
        var replaced = row.getObject("replaced_at", OffsetDateTime.class);
        return new StoredValue(
                row.getObject("id", UUID.class),
                new Delivered(
                        row.getString("indicator"),
                        agb == null ? null : new Agb(agb),
                        row.getString("region"),
                        row.getInt("year"),
                        row.getBigDecimal("numerator"),
                        row.getBigDecimal("denominator"),
                        row.getBoolean("baseline")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                replaced == null ? null : replaced.toInstant());
    };

    private final Sql sql;

    ValueRepository(Sql sql) {
        this.sql = sql;
    }

    /** The RHO of each practice on a day and of each region. */
    public Map<Measured, String> rhos(List<Delivered> values, LocalDate day) {
        return sql.query(
                        """
                        select cast(p.agb as text) as agb, null as region, g.rho
                        from practices_on(:day) p join region g on g.code = p.region where p.agb = any(:agbs)
                        union all
                        select null, g.code, g.rho from region g where g.code = any(:regions)
                        """)
                .bind("day", day)
                .bind("agbs", texts(values, Delivered::agbCode))
                .bind("regions", texts(values, value -> value.measured().region()))
                .map((row, context) -> {
                    var agb = row.getString("agb");
                    return Map.entry(
                            new Measured(agb == null ? null : new Agb(agb), row.getString("region")),
                            row.getString("rho"));
                })
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The years of the baselines that count, of these values' practices and regions. */
    public Map<Subject, Integer> baselines(List<Delivered> values) {
        return sql.query(
                        """
                        select indicator, coalesce(cast(agb as text), region) as subject, year from indicator_value
                        where baseline and replaced_at is null and (agb = any(:subjects) or region = any(:subjects))
                        """)
                .bind("subjects", texts(values, Delivered::subject))
                .map((row, context) -> Map.entry(
                        new Subject(row.getString("indicator"), row.getString("subject")), row.getInt("year")))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps values, of which no two have one key; those of which they take the place are told to have ended. */
    public List<UUID> add(List<Delivered> values, Deed recorded) {
        var ids = values.stream().map(value -> Ids.at(recorded.at())).toArray(UUID[]::new);
        lines(
                        """
                        update indicator_value v set replaced_at = :at
                        from unnest(:indicators, :agbs, :regions, :years) as line (indicator, agb, region, year)
                        where v.indicator = line.indicator and v.year = line.year and v.replaced_at is null
                          and (v.agb = line.agb or v.region = line.region)
                        """,
                        values)
                .bindMethods(recorded)
                .execute();
        var insert = lines(
                        """
                        insert into indicator_value (id, indicator, level, agb, region, year, numerator, denominator,
                            baseline, recorded_at, recorded_by)
                        select id, line.indicator, i.level, agb, region, year, cast(numerator as numeric),
                            cast(denominator as numeric), baseline, :at, :by
                        from unnest(:ids, :indicators, :agbs, :regions, :years, :numerators, :denominators, :baselines)
                            as line (id, indicator, agb, region, year, numerator, denominator, baseline)
                        join indicator i on i.code = line.indicator
                        order by id
                        """,
                        values)
                .bind("ids", ids)
                .bind("numerators", texts(values, value -> value.numerator().toPlainString()))
                .bind("denominators", texts(values, value -> value.denominator().toPlainString()))
                .bind("baselines", values.stream().map(Delivered::baseline).toArray(Boolean[]::new))
                .bindMethods(recorded);
        Violations.translated(RACES, insert::execute);
        return List.of(ids);
    }

    /** By id, in the order of delivery. */
    public Page<StoredValue> list(ValueFilter filter, LocalDate today, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .with("today", today)
                .and(visibility.of(Map.of(Owner.RHO, "g.rho", Owner.PRACTICE, "v.agb")))
                .and("v.indicator = :indicator", "indicator", filter.indicator())
                .and("v.agb = :agb", "agb", filter.agb())
                .and("g.code = :region", "region", filter.region())
                .and("v.year = :year", "year", filter.year());
        if (!filter.replaced()) {
            wanted.and("v.replaced_at is null");
        }
        return BY_ID.page(sql, SELECT, wanted, asked, VALUE);
    }

    private Update lines(String sql, List<Delivered> values) {
        return this.sql
                .update(sql)
                .bind("indicators", texts(values, Delivered::indicator))
                .bind("agbs", texts(values, Delivered::agbCode))
                .bind("regions", texts(values, Delivered::region))
                .bind("years", values.stream().map(Delivered::year).toArray(Integer[]::new));
    }

    private static String[] texts(List<Delivered> values, Function<Delivered, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
