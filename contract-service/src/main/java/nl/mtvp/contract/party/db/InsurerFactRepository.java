package nl.mtvp.contract.party.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.access.Deed;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;

/** What holds of insurers for a period, in the database. */
public abstract class InsurerFactRepository<R extends InsurerFactRow<F>, F> implements PanacheRepositoryBase<R, UUID> {

    private final Order<R> byId = Order.by("id", Uuids::of, row -> row.id);

    /** The fact, its row locked. */
    public Optional<F> locked(Uzovi uzovi, UUID id) {
        return find("id = ?1 and uzovi = ?2", id, uzovi)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional()
                .map(InsurerFactRow::fact);
    }

    /** The caller holds the row's lock. */
    public void end(UUID id, Period valid, Deed ended) {
        var row = findById(id);
        row.validUntil = valid.until().orElseThrow();
        row.ended = ended;
    }

    /** Those of an insurer, in the order in which they were recorded. */
    public Page<F> list(Uzovi uzovi, PageRequest asked) {
        var wanted = new Filters().and("uzovi = :uzovi", "uzovi", uzovi);
        return byId.page(this, wanted, asked).map(InsurerFactRow::fact);
    }
}
