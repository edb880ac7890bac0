package nl.mtvp.contract.measure.db;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.Measure.Withdrawal;
import org.hibernate.annotations.Immutable;

/** A withdrawal as it stands in its table. */
@Entity(name = "MeasureWithdrawal")
@Table(name = "measure_withdrawal")
@Immutable
class MeasureWithdrawalRow {

    @Id
    UUID measureId;

    @Embedded
    Withdrawal withdrawal;

    static MeasureWithdrawalRow of(Measure measure) {
        var row = new MeasureWithdrawalRow();
        row.measureId = measure.id();
        row.withdrawal = measure.withdrawn().orElseThrow();
        return row;
    }

    Withdrawal withdrawal() {
        return withdrawal;
    }
}
