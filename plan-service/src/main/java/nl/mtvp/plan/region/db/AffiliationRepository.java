package nl.mtvp.plan.region.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.plan.region.domain.Affiliation;
import nl.mtvp.plan.region.domain.Move;
import nl.mtvp.plan.region.domain.Practice;
import nl.mtvp.plan.region.domain.Region;
import nl.mtvp.plan.region.domain.RegionRefused;
import org.threeten.extra.LocalDateRange;

/** Keeps where practices belong, from day to day (D5). */
@ApplicationScoped
public class AffiliationRepository implements PanacheRepositoryBase<AffiliationRow, AffiliationRow.Key> {

    private static final Order<AffiliationRow> BY_DAYS =
            Order.by("a.valid", LocalDateRange::parse, AffiliationRow::valid);

    private static final String WITH_REGION = "from Affiliation a join fetch a.region";

    private final Sql sql;

    AffiliationRepository(Sql sql) {
        this.sql = sql;
    }

    /** Gives new practices their first place, which has no first day: they are there as far as anybody said. */
    public void begin(String region, Collection<Practice> practices, Deed recorded) {
        sql.update(
                        """
                        insert into affiliation (agb, region, hub, valid, recorded_at, recorded_by)
                        select agb, :region, hub, daterange(null, null), :at, :by
                        from unnest(:agbs, :hubs) as line (agb, hub)
                        """)
                .bind("region", region)
                .bindMethods(recorded)
                .bind(
                        "agbs",
                        practices.stream()
                                .map(practice -> practice.agb().code())
                                .toArray(String[]::new))
                .bind("hubs", practices.stream().map(Practice::hub).toArray(String[]::new))
                .execute();
    }

    /** The last place that is known, which may lie ahead. */
    public Affiliation last(Agb agb) {
        var last = find(WITH_REGION + " where a.agb = ?1 order by a.valid desc", agb)
                .firstResult();
        // A move closes it by a statement, so it is not held on to.
        getEntityManager().detach(last);
        return last.affiliation();
    }

    /** Closes the last place and opens the next. The constraint holds the practice to one place a day. */
    public Affiliation move(Move move, Region region, Affiliation last, Deed recorded) {
        sql.update(
                        """
                        update affiliation set valid = daterange(lower(valid), :movesOn)
                        where agb = :agb and upper_inf(valid)
                        """)
                .bindMethods(move)
                .execute();
        var next = new AffiliationRow(move.agb(), move.movesOn(), region, move.hub(), recorded);
        persist(next);
        Violations.translating(
                Map.of(
                        "a_practice_has_one_place_at_a_time", () -> RegionRefused.movesThatDay(move.agb(), last),
                        "an_affiliation_is_with_a_hub", () -> RegionRefused.unknownHub(move.region(), move.hub())),
                this::flush);
        return next.affiliation();
    }

    /**
     * All places of a practice in their order, for the practice, the RHOs of any of them, and the insurers that are
     * preferent in any of them.
     */
    public Page<Affiliation> list(Agb agb, Visibility visibility, PageRequest asked) {
        var negotiator = visibility.hql(Map.of(Owner.INSURER, "i.uzovi"));
        var place = visibility
                .hql(Map.of(Owner.PRACTICE, "x.agb", Owner.RHO, "x.region.rho"))
                .or(
                        "exists (select 1 from PreferentInsurer i where i.region = x.region.code and "
                                + negotiator.sql() + ")",
                        negotiator.parameters());
        var visible = new Visibility.Condition(
                "exists (select 1 from Affiliation x where x.agb = a.agb and " + place.sql() + ")", place.parameters());
        var wanted = new Filters().and("a.agb = :agb", "agb", agb).and(visible);
        return BY_DAYS.page(this, WITH_REGION, wanted, asked).map(AffiliationRow::affiliation);
    }
}
