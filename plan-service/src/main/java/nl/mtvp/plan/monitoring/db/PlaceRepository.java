package nl.mtvp.plan.monitoring.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;

/** Tells which regions and practices somebody may ask about. */
@ApplicationScoped
public class PlaceRepository {

    private final Sql sql;

    PlaceRepository(Sql sql) {
        this.sql = sql;
    }

    public Optional<String> rho(String region) {
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
    public Optional<String> visibleRegion(Agb agb, LocalDate day, Visibility visibility) {
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
}
