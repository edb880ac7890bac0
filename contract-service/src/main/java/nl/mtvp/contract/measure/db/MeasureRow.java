package nl.mtvp.contract.measure.db;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.MeasureKind;
import nl.mtvp.contract.measure.domain.Terms;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A measure as it was proposed, and as it stands in its table: with the terms of its kind only. */
@Entity(name = "Measure")
@Table(name = "measure")
@Immutable
class MeasureRow {

    @Id
    UUID id;

    UUID contractId;

    @Enumerated(EnumType.STRING)
    MeasureKind kind;

    @Embedded
    Terms.Stop stop;

    @Embedded
    Terms.Clawback clawback;

    String grounds;

    @Embedded
    @EmbeddedColumnNaming("proposed_%s")
    Signature proposed;

    @OneToOne(cascade = CascadeType.PERSIST)
    @PrimaryKeyJoinColumn
    MeasureDecisionRow decision;

    @OneToOne(cascade = CascadeType.PERSIST)
    @PrimaryKeyJoinColumn
    MeasureWithdrawalRow withdrawal;

    static MeasureRow of(Measure measure) {
        var row = new MeasureRow();
        row.id = measure.id();
        row.contractId = measure.contractId();
        row.kind = measure.kind();
        row.stop = measure.terms() instanceof Terms.Stop terms ? terms : null;
        row.clawback = measure.terms() instanceof Terms.Clawback terms ? terms : null;
        row.grounds = measure.grounds();
        row.proposed = measure.proposed();
        return row;
    }

    Measure measure() {
        return new Measure(
                id,
                contractId,
                kind == MeasureKind.STOP ? stop : clawback,
                grounds,
                proposed,
                Optional.ofNullable(decision).map(MeasureDecisionRow::decided),
                Optional.ofNullable(decision).flatMap(MeasureDecisionRow::evidence),
                Optional.ofNullable(withdrawal).map(MeasureWithdrawalRow::withdrawal));
    }
}
