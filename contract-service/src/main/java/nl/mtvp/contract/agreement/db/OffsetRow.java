package nl.mtvp.contract.agreement.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.agreement.domain.Offset;
import nl.mtvp.contract.contract.domain.Withdrawal;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.money.Euro;
import org.hibernate.annotations.Immutable;

/** What a contract deducts, as it was agreed. It is added by a statement, which adds one for an agreement. */
@Entity(name = "Offset")
@Table(name = "contract_offset")
@Immutable
class OffsetRow {

    @Id
    UUID id;

    UUID contractId;
    UUID agreementId;
    UUID arrangementId;
    Euro centsPerQuarter;
    LocalDate offsetFrom;
    LocalDate offsetUntil;

    @OneToOne
    @PrimaryKeyJoinColumn
    EndRow ending;

    @OneToOne
    @PrimaryKeyJoinColumn
    WithdrawalRow withdrawal;

    Offset offset() {
        return new Offset(
                id,
                contractId,
                agreementId,
                arrangementId,
                centsPerQuarter,
                new Period(offsetFrom, Optional.ofNullable(offsetUntil)),
                Optional.ofNullable(ending).map(row -> row.end),
                Optional.ofNullable(withdrawal).map(row -> row.withdrawal));
    }

    /** That it ends earlier than was agreed. */
    @Entity(name = "OffsetEnd")
    @Table(name = "contract_offset_end")
    @Immutable
    static class EndRow {

        @Id
        UUID offsetId;

        Offset.End end;

        EndRow() {}

        EndRow(Offset ended) {
            offsetId = ended.id();
            end = ended.end().orElseThrow();
        }
    }

    /** That its agreement was registered wrongly. */
    @Entity(name = "OffsetWithdrawal")
    @Table(name = "contract_offset_withdrawal")
    @Immutable
    static class WithdrawalRow {

        @Id
        UUID offsetId;

        Withdrawal withdrawal;

        WithdrawalRow() {}

        WithdrawalRow(Offset withdrawn) {
            offsetId = withdrawn.id();
            withdrawal = withdrawn.withdrawn().orElseThrow();
        }
    }
}
