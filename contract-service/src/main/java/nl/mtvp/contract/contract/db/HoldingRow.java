package nl.mtvp.contract.contract.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.hibernate.annotations.Immutable;

/**
 * Whose turn a contract is from a day on, as the database keeps it from the contract. The days themselves, which change
 * with each stop and end, are no attribute: they are asked for in SQL.
 */
@Entity(name = "ContractHolding")
@Table(name = "contract_holding")
@IdClass(HoldingRow.Key.class)
@Immutable
class HoldingRow {

    record Key(UUID contractId, LocalDate heldFrom) {}

    @Id
    UUID contractId;

    @Id
    LocalDate heldFrom;

    Uzovi uzovi;
    Agb agb;
}
