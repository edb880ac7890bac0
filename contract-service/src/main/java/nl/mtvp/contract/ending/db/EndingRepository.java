package nl.mtvp.contract.ending.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.ending.domain.Ending;
import nl.mtvp.contract.ending.domain.EndingRefused;
import nl.mtvp.contract.ending.domain.EndingState;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Uuids;

/** Ends of contracts in the database, where each fact about them is a row that stays. Ask for a contract's only. */
@ApplicationScoped
public class EndingRepository implements PanacheRepositoryBase<EndingRow, UUID> {

    private static final Order<EndingRow> BY_ID = Order.by("e.id", Uuids::of, row -> row.id);

    private static final String ENDINGS = "from Ending e left join fetch e.withdrawal";

    public void add(List<Ending> endings) {
        persist(endings.stream().map(EndingRow::new));
    }

    /** @throws EndingRefused if its day has come, or somebody was faster */
    public void addWithdrawal(Ending withdrawn) {
        getEntityManager().persist(new EndingRow.WithdrawalRow(withdrawn));
        Violations.translating(
                Map.of(
                        "ending_withdrawal_pkey",
                        () -> EndingRefused.notOpen(EndingState.WITHDRAWN),
                        "no_withdrawal_once_in_effect",
                        () -> EndingRefused.notOpen(EndingState.IN_EFFECT)),
                this::flush);
    }

    /** @throws NotFound if the contract has none with this id */
    public Ending withId(UUID contractId, UUID id) {
        return find(ENDINGS + " where e.id = ?1 and e.contractId = ?2", id, contractId)
                .firstResultOptional()
                .map(EndingRow::ending)
                .orElseThrow(() -> EndingRefused.notFound(id));
    }

    /** The ends of a contract, in the order in which they were told. */
    public Page<Ending> list(UUID contractId, PageRequest asked) {
        var wanted = new Filters().and("e.contractId = :contractId", "contractId", contractId);
        return BY_ID.page(this, ENDINGS, wanted, asked).map(EndingRow::ending);
    }
}
