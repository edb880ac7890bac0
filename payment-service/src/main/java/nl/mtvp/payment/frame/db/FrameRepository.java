package nl.mtvp.payment.frame.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.payment.frame.domain.Frame.BookedTotal;
import nl.mtvp.payment.frame.domain.Frame.FrameQuery;
import nl.mtvp.payment.frame.domain.Frame.Limit;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The macro frames, and the totals that each posting of a run wrote beside its entries: few, however many entries. */
@ApplicationScoped
public class FrameRepository {

    private final Sql sql;

    FrameRepository(Sql sql) {
        this.sql = sql;
    }

    public Map<Integer, Limit> limits() {
        return sql.query("select year, cents, source from macro_frame")
                .map((row, context) ->
                        Map.entry(row.getInt("year"), new Limit(row.getLong("cents"), row.getString("source"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public List<BookedTotal> booked(FrameQuery asked, Instant knownAt, Visibility visibility) {
        var visible = visibility.of(Map.of(Owner.INSURER, "t.uzovi"));
        var filters = new Filters()
                .and(
                        "t.quarter >= make_date(:year, 1, 1) and t.quarter < make_date(:year + 1, 1, 1)",
                        "year",
                        asked.year())
                .and("t.uzovi = :uzovi", "uzovi", asked.uzovi())
                .and("t.region = :region", "region", asked.region());
        return sql.query(
                        """
                        select t.quarter, t.uzovi, t.region,
                               coalesce(sum(t.cents) filter (where t.component = 'PRACTICE'), 0) as practice_cents,
                               coalesce(sum(t.cents) filter (where t.component = 'RHO'), 0) as rho_cents
                        from posting_total t join posting p on p.id = t.posting_id
                        where <visible> and p.booked_at <= :knownAt <filters>
                        group by t.quarter, t.uzovi, t.region
                        """)
                .define("visible", visible.sql())
                .define("filters", filters.sql())
                .bindMap(visible.parameters())
                .bindMap(filters.parameters())
                .bind("knownAt", knownAt)
                .map(ConstructorMapper.of(BookedTotal.class))
                .list();
    }
}
