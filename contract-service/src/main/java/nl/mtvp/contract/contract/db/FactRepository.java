package nl.mtvp.contract.contract.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.UUID;
import java.util.function.Function;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Uuids;

/** Facts about contracts in the database, each of which is a row that stays. Ask for a visible contract's only. */
public abstract class FactRepository<R extends FactRow<F>, F> implements PanacheRepositoryBase<R, UUID> {

    private final Order<R> byId = Order.by("fact.id", Uuids::of, row -> row.id);
    private final String facts;
    private final Function<UUID, NotFound> notFound;

    /** @param facts the query up to its conditions, in which a row is called {@code fact} */
    protected FactRepository(String facts, Function<UUID, NotFound> notFound) {
        this.facts = facts;
        this.notFound = notFound;
    }

    /** @throws NotFound if the contract has none with this id */
    public F withId(UUID contractId, UUID id) {
        return find(facts + " where fact.id = ?1 and fact.contractId = ?2", id, contractId)
                .singleResultOptional()
                .map(FactRow::fact)
                .orElseThrow(() -> notFound.apply(id));
    }

    /** Those of a contract, in the order in which they came about. */
    public Page<F> ofContract(UUID contractId, PageRequest asked) {
        var wanted = new Filters().and("fact.contractId = :contractId", "contractId", contractId);
        return byId.page(this, facts, wanted, asked).map(FactRow::fact);
    }
}
