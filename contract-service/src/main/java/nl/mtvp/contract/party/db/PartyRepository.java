package nl.mtvp.contract.party.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mtvp.contract.party.domain.Enterprise;
import nl.mtvp.contract.party.domain.Insurer;
import nl.mtvp.contract.party.domain.Practice;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Insurers, enterprises and practices in the database. */
@ApplicationScoped
public class PartyRepository {

    private static final RowMapper<Insurer> INSURER =
            (row, context) -> new Insurer(new Uzovi(row.getString("uzovi")), row.getString("name"));

    private static final RowMapper<Practice> PRACTICE = (row, context) -> new Practice(
            new Agb(row.getString("agb")),
            row.getString("name"),
            new Enterprise(new Kvk(row.getString("kvk")), row.getString("enterprise_name")));

    private final Sql sql;

    PartyRepository(Sql sql) {
        this.sql = sql;
    }

    /** False when the insurer was registered before. */
    public boolean add(Insurer insurer, Instant now) {
        int added = sql.update(
                        """
                        insert into insurer (uzovi, name, registered_at) values (:uzovi, :name, :now)
                        on conflict do nothing
                        """)
                .bindMethods(insurer)
                .bind("now", now)
                .execute();
        return added == 1;
    }

    /** Registers the practices that are new, with their enterprises, and tells which those are. */
    public Set<Agb> addNew(Collection<Practice> practices, Instant now) {
        // In one order, so that two callers who register the same ones do not lock each other out.
        sql.update(
                        """
                        insert into enterprise (kvk, name, registered_at)
                        select kvk, name, :now from unnest(:kvks, :names) as stated (kvk, name) order by kvk
                        on conflict do nothing
                        """)
                .bind(
                        "kvks",
                        texts(practices, practice -> practice.enterprise().kvk().number()))
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
                .bind(
                        "kvks",
                        texts(practices, practice -> practice.enterprise().kvk().number()))
                .bind("now", now)
                .mapTo(Agb.class)
                .list());
    }

    public Optional<Insurer> insurer(Uzovi uzovi) {
        return sql.query("select uzovi, name from insurer where uzovi = :uzovi")
                .bind("uzovi", uzovi)
                .map(INSURER)
                .findOne();
    }

    /** The insurers among these that are registered. */
    public Set<Uzovi> insurers(Collection<Uzovi> uzovis) {
        return new HashSet<>(sql.query("select uzovi from insurer where uzovi = any(:uzovis)")
                .bind("uzovis", uzovis.stream().map(Uzovi::code).toArray(String[]::new))
                .mapTo(Uzovi.class)
                .list());
    }

    /** The practices among these that are registered. */
    public Map<Agb, Practice> practices(Collection<Agb> agbs) {
        return sql
                .query(
                        """
                        select agb, p.name, kvk, e.name as enterprise_name
                        from practice p join enterprise e using (kvk) where agb = any(:agbs)
                        """)
                .bind("agbs", agbs.stream().map(Agb::code).toArray(String[]::new))
                .map(PRACTICE)
                .list()
                .stream()
                .collect(Collectors.toMap(Practice::agb, Function.identity()));
    }

    /** Registered insurers in the order of their codes. */
    public List<Insurer> insurersAfter(String after, int limit) {
        return sql.query(
                        """
                        select uzovi, name from insurer
                        where cast(:after as text) is null or uzovi > :after order by uzovi limit :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map(INSURER)
                .list();
    }

    /** Registered practices in the order of their codes, of one enterprise if one is given. */
    public List<Practice> practicesAfter(Optional<Kvk> kvk, String after, int limit) {
        return sql.query(
                        """
                        select agb, p.name, kvk, e.name as enterprise_name
                        from practice p join enterprise e using (kvk)
                        where (cast(:kvk as text) is null or kvk = :kvk)
                          and (cast(:after as text) is null or agb > :after)
                        order by agb limit :limit
                        """)
                .bind("kvk", kvk.map(Kvk::number).orElse(null))
                .bind("after", after)
                .bind("limit", limit)
                .map(PRACTICE)
                .list();
    }

    private static String[] texts(Collection<Practice> practices, Function<Practice, String> text) {
        return practices.stream().map(text).toArray(String[]::new);
    }
}
