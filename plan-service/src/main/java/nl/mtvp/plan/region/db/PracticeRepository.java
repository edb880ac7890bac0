package nl.mtvp.plan.region.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.plan.region.domain.Place;
import nl.mtvp.plan.region.domain.Practice;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** Keeps practices, and tells where they are on a day: {@code practices_on}, which everything asks by SQL. */
@ApplicationScoped
public class PracticeRepository implements PanacheRepositoryBase<PracticeRow, Agb> {

    private static final Order<Practice> BY_AGB = Order.by("p.agb", Agb::new, Practice::agb);

    private final Sql sql;

    PracticeRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Takes the practice's turn to change: until this transaction ends, nobody else has it.
     *
     * @return its code, if there is such a practice
     */
    public Optional<Agb> locked(Agb agb) {
        return findByIdOptional(agb, LockModeType.PESSIMISTIC_WRITE).map(row -> agb);
    }

    /** Where practices of these codes belong on a day: region, slash, hub. */
    public Map<Agb, String> places(List<Practice> practices, LocalDate day) {
        return sql.query("select agb, region || '/' || hub as place from practices_on(:day) where agb = any(:agbs)")
                .bind("day", day)
                .bind("agbs", agbs(practices))
                .map((row, context) -> Map.entry(new Agb(row.getString("agb")), row.getString("place")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Where a practice is on a day (D5), if an RHO declared it. */
    public Optional<Place> findPlace(Agb agb, LocalDate day) {
        return sql.query(
                        """
                        select p.region, r.rho from practices_on(:day) p join region r on r.code = p.region
                        where p.agb = :agb
                        """)
                .bind("day", day)
                .bind("agb", agb)
                .map(ConstructorMapper.of(Place.class))
                .findOne();
    }

    /** Adds those of the practices that nobody has declared yet. @return which these are; they have no place yet */
    public Set<Agb> add(List<Practice> practices, Deed declared) {
        var added = sql.query(
                """
                insert into practice (agb, name, ion, declared_at, declared_by)
                select agb, name, ion, :at, :by from unnest(:agbs, :names, :ions) as line (agb, name, ion)
                order by agb
                on conflict (agb) do nothing
                returning agb
                """);
        return declaring(added, practices, declared).mapTo(Agb.class).set();
    }

    /**
     * Declares names and ION of practices that have their place in the region on the day.
     *
     * @return how many were taken: fewer than given when another region registered one at the same time
     */
    public int declare(String region, List<Practice> practices, LocalDate day, Deed declared) {
        var update = sql.update(
                """
                update practice p set name = line.name, ion = line.ion, declared_at = :at, declared_by = :by
                from unnest(:agbs, :names, :hubs, :ions) as line (agb, name, hub, ion)
                join affiliation a on a.agb = line.agb and a.hub = line.hub
                    and a.region = :region and a.valid @> cast(:day as date)
                where p.agb = line.agb
                """);
        return declaring(update, practices, declared)
                .bind("region", region)
                .bind("hubs", practices.stream().map(Practice::hub).toArray(String[]::new))
                .bind("day", day)
                .execute();
    }

    private static <S extends SqlStatement<S>> S declaring(S statement, List<Practice> practices, Deed declared) {
        return statement
                .bindMethods(declared)
                .bind("agbs", agbs(practices))
                .bind("names", practices.stream().map(Practice::name).toArray(String[]::new))
                .bind("ions", practices.stream().map(Practice::ion).toArray(Long[]::new));
    }

    private static String[] agbs(List<Practice> practices) {
        return practices.stream().map(practice -> practice.agb().code()).toArray(String[]::new);
    }

    /** Those of a region on a day that are visible: to the RHO, to the practice itself, to the region's preferent insurers. */
    public Page<Practice> list(String region, LocalDate day, Visibility visibility, PageRequest asked) {
        var negotiator = visibility.of(Map.of(Owner.INSURER, "i.uzovi"));
        var visible = visibility
                .of(Map.of(Owner.RHO, "r.rho", Owner.PRACTICE, "p.agb"))
                .or(
                        "exists (select from preferent_insurer i where i.region = p.region and " + negotiator.sql()
                                + ")",
                        negotiator.parameters());
        var wanted = new Filters()
                .with("day", day)
                .and("p.region = :region", "region", region)
                .and(visible);
        return BY_AGB.page(
                sql,
                "select p.agb, p.name, p.hub, p.ion from practices_on(:day) p join region r on r.code = p.region",
                wanted,
                asked,
                ConstructorMapper.of(Practice.class));
    }
}
