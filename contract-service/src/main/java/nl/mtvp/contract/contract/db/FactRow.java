package nl.mtvp.contract.contract.db;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** A fact about a contract as it stands in its table. */
@MappedSuperclass
public abstract class FactRow<F> {

    @Id
    protected UUID id;

    protected UUID contractId;

    protected FactRow() {}

    protected FactRow(UUID id, UUID contractId) {
        this.id = id;
        this.contractId = contractId;
    }

    protected abstract F fact();
}
