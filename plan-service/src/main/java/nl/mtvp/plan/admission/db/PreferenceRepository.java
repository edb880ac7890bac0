package nl.mtvp.plan.admission.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.plan.admission.domain.Candidate;
import nl.mtvp.plan.admission.domain.Preference;
import nl.mtvp.plan.admission.domain.StatedPreference;
import org.jdbi.v3.core.mapper.RowMapper;
import org.threeten.extra.YearQuarter;

/**
 * Keeps what practices want (D17), and puts it beside what they have for a freeze (D18). It is a chain that only grows,
 * written by the region and read beside where practices are on a day: so by SQL.
 */
@ApplicationScoped
public class PreferenceRepository {

    private static final RowMapper<Preference> PREFERENCE = (row, context) -> {
        var later = row.getObject("later_quarter", LocalDate.class);
        return new Preference(row.getBoolean("takes_part"), later == null ? null : YearQuarter.from(later));
    };

    private static final Order<StatedPreference> BY_AGB = Order.by("p.agb", Agb::new, StatedPreference::agb);

    private final Sql sql;

    PreferenceRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(List<StatedPreference> preferences, Deed stated) {
        var batch = sql.batch(
                """
                insert into preference (agb, takes_part, later_quarter, stated_at, stated_by)
                values (:agb, :takesPart, :laterQuarter, :at, :by)
                """);
        for (var line : preferences) {
            batch.bind("agb", line.agb())
                    .bindMethods(line.preference())
                    .bindMethods(stated)
                    .add();
        }
        batch.execute();
    }

    /** The last statement of each practice of a region that made one and is visible, by AGB. */
    public Page<StatedPreference> list(String region, LocalDate today, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and("p.region = :region", "region", region)
                .and(visibility.of(Map.of(Owner.RHO, "r.rho", Owner.PRACTICE, "p.agb")))
                .with("today", today);
        return BY_AGB.page(
                sql,
                """
                select p.agb, f.takes_part, f.later_quarter
                from practices_on(:today) p
                join region r on r.code = p.region
                cross join lateral (select takes_part, later_quarter from preference
                    where agb = p.agb order by number desc limit 1) f
                """,
                wanted,
                asked,
                (row, context) -> new StatedPreference(new Agb(row.getString("agb")), PREFERENCE.map(row, context)));
    }

    /** All practices that a region has on a day (D5), with their ION and wishes as they stand now. */
    public List<Candidate> candidates(String region, LocalDate day) {
        return sql.query(
                        """
                        select p.agb, p.hub, p.ion, coalesce(f.takes_part, true) as takes_part, f.later_quarter,
                               exists (select from admission a where a.agb = p.agb and a.withdrawn_at is null)
                                   as admitted
                        from practices_on(:day) p
                        left join lateral (select takes_part, later_quarter from preference
                            where agb = p.agb order by number desc limit 1) f on true
                        where p.region = :region order by p.agb
                        """)
                .bind("day", day)
                .bind("region", region)
                .map((row, context) -> new Candidate(
                        new Agb(row.getString("agb")),
                        row.getString("hub"),
                        row.getLong("ion"),
                        PREFERENCE.map(row, context),
                        row.getBoolean("admitted")))
                .list();
    }
}
