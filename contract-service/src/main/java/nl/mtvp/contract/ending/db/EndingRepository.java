package nl.mtvp.contract.ending.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.contract.db.FactRepository;
import nl.mtvp.contract.ending.domain.Ending;
import nl.mtvp.contract.ending.domain.EndingRefused;
import nl.mtvp.contract.ending.domain.EndingState;
import nl.mtvp.kernel.db.Violations;

/** Ends of contracts in the database, where each fact about them is a row that stays. Ask for a contract's only. */
@ApplicationScoped
public class EndingRepository extends FactRepository<EndingRow, Ending>
        implements PanacheRepositoryBase<EndingRow, UUID> {

    EndingRepository() {
        super("from Ending fact left join fetch fact.withdrawal");
    }

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
}
