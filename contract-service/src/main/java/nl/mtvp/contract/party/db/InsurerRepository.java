package nl.mtvp.contract.party.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mtvp.contract.party.domain.Insurer;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uzovi;

/** Insurers in the database (D22). */
@ApplicationScoped
public class InsurerRepository implements PanacheRepositoryBase<InsurerRow, Uzovi> {

    private static final Order<InsurerRow> BY_CODE = Order.by("uzovi", Uzovi::new, row -> row.uzovi);

    private final Sql sql;

    InsurerRepository(Sql sql) {
        this.sql = sql;
    }

    /** False when the insurer was registered before. */
    public boolean add(Insurer insurer, Instant now) {
        return sql.update(
                                """
                                insert into insurer (uzovi, name, registered_at) values (:uzovi, :name, :now)
                                on conflict do nothing
                                """)
                        .bindMethods(insurer)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    public Optional<Insurer> withCode(Uzovi uzovi) {
        return findByIdOptional(uzovi).map(InsurerRow::insurer);
    }

    /** The insurers among these that are registered. */
    public Set<Uzovi> registered(Collection<Uzovi> uzovis) {
        return list("uzovi in ?1", uzovis).stream().map(row -> row.uzovi).collect(Collectors.toSet());
    }

    /** Registered insurers in the order of their codes. */
    public Page<Insurer> list(PageRequest asked) {
        return BY_CODE.page(this, new Filters(), asked).map(InsurerRow::insurer);
    }
}
