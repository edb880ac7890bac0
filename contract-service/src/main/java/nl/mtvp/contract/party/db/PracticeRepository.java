package nl.mtvp.contract.party.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mtvp.contract.party.domain.Practice;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;

/** Practices and their enterprises in the database (D22). */
@ApplicationScoped
public class PracticeRepository implements PanacheRepositoryBase<PracticeRow, Agb> {

    private static final String PRACTICES = "from Practice p join fetch p.enterprise ";
    private static final Order<PracticeRow> BY_CODE = Order.by("p.agb", Agb::new, row -> row.agb);

    private final Sql sql;

    PracticeRepository(Sql sql) {
        this.sql = sql;
    }

    /** Registers the practices that are new, with their enterprises, and tells which those are. */
    public Set<Agb> addNew(Collection<Practice> practices, Instant now) {
        var kvks = texts(practices, practice -> practice.enterprise().kvk().number());
        // In one order, so that two callers who register the same ones do not lock each other out.
        sql.update(
                        """
                        insert into enterprise (kvk, name, registered_at)
                        select kvk, name, :now from unnest(:kvks, :names) as stated (kvk, name) order by kvk
                        on conflict do nothing
                        """)
                .bind("kvks", kvks)
                .bind("names", texts(practices, practice -> practice.enterprise()
                        .name()))
                .bind("now", now)
                .execute();
        return new HashSet<>(sql.query(
                        """
                        insert into practice (agb, name, kvk, registered_at)
                        select agb, name, kvk, :now from unnest(:agbs, :names, :kvks) as stated (agb, name, kvk)
                        order by agb
                        on conflict do nothing
                        returning agb
                        """)
                .bind("agbs", texts(practices, practice -> practice.agb().code()))
                .bind("names", texts(practices, Practice::name))
                .bind("kvks", kvks)
                .bind("now", now)
                .mapTo(Agb.class)
                .list());
    }

    /** The codes among these, which may be thousands, of practices that are registered. */
    public Set<Agb> registered(Collection<Agb> agbs) {
        return new HashSet<>(sql.query("select agb from practice where agb = any(:agbs)")
                .bind("agbs", agbs.stream().map(Agb::code).toArray(String[]::new))
                .mapTo(Agb.class)
                .list());
    }

    /** The practices among these that are registered. */
    public Map<Agb, Practice> withCodes(Collection<Agb> agbs) {
        return list(PRACTICES + "where p.agb in ?1", agbs).stream()
                .map(PracticeRow::practice)
                .collect(Collectors.toMap(Practice::agb, Function.identity()));
    }

    /** Registered practices in the order of their codes, of one enterprise where that is not null. */
    public Page<Practice> list(Kvk kvk, PageRequest asked) {
        var wanted = new Filters().and("p.enterprise.kvk = :kvk", "kvk", kvk);
        return BY_CODE.page(this, PRACTICES, wanted, asked).map(PracticeRow::practice);
    }

    private static String[] texts(Collection<Practice> practices, Function<Practice, String> text) {
        return practices.stream().map(text).toArray(String[]::new);
    }
}
