package nl.mtvp.contract.contract.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Uuids;

/** Facts about contracts in the database, each of which is a row that stays. Ask for a visible contract's only. */
public abstract class FactRepository<R extends FactRow<F>, F> implements PanacheRepositoryBase<R, UUID> {

    private final Order<R> byId = Order.by("fact.id", Uuids::of, row -> row.id);
    private final String facts;

    /** @param facts the query up to its conditions, in which a row is called {@code fact} */
    protected FactRepository(String facts) {
        this.facts = facts;
    }

    /** The contract's fact with this id. */
    public Optional<F> find(UUID contractId, UUID id) {
        return find(facts + " where fact.id = ?1 and fact.contractId = ?2", id, contractId)
                .singleResultOptional()
                .map(FactRow::fact);
    }

    /** Those of a contract, in the order in which they came about. */
    public Page<F> listOfContract(UUID contractId, PageRequest asked) {
        var wanted = new Filters().and("fact.contractId = :contractId", "contractId", contractId);
        return byId.page(this, facts, wanted, asked).map(FactRow::fact);
    }
}
