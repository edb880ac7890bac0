package nl.mtvp.contract.ending.db;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.ending.domain.Ending;
import nl.mtvp.contract.ending.domain.Ending.Withdrawal;
import org.hibernate.annotations.Immutable;

/** A withdrawal as it stands in its table, with what it is held against: which side told the end, for which day. */
@Entity(name = "EndingWithdrawal")
@Table(name = "ending_withdrawal")
@Immutable
class EndingWithdrawalRow {

    @Id
    UUID endingId;

    LocalDate endedFrom;

    @Enumerated(EnumType.STRING)
    Side toldBy;

    @Embedded
    Withdrawal withdrawal;

    static EndingWithdrawalRow of(Ending ending) {
        var row = new EndingWithdrawalRow();
        row.endingId = ending.id();
        row.endedFrom = ending.terms().endedFrom();
        row.toldBy = ending.terms().toldBy();
        row.withdrawal = ending.withdrawn().orElseThrow();
        return row;
    }

    Withdrawal withdrawal() {
        return withdrawal;
    }
}
