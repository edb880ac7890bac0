package nl.mtvp.contract.measure.db;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
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
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.Measure.Withdrawal;
import nl.mtvp.contract.measure.domain.MeasureKind;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.kernel.db.HexDigest;
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
    DecisionRow decision;

    @OneToOne(cascade = CascadeType.PERSIST)
    @PrimaryKeyJoinColumn
    WithdrawalRow withdrawal;

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
                Optional.ofNullable(decision).map(row -> row.decided),
                Optional.ofNullable(decision).map(row -> row.document).map(Frozen::of),
                Optional.ofNullable(withdrawal).map(row -> row.withdrawal));
    }

    /** A decision as it stands in its table, with what it is held against: the measure's kind, and who proposed it. */
    @Entity(name = "MeasureDecision")
    @Table(name = "measure_decision")
    @Immutable
    static class DecisionRow {

        @Id
        UUID measureId;

        @Enumerated(EnumType.STRING)
        MeasureKind kind;

        String proposedBy;

        @Embedded
        @EmbeddedColumnNaming("decided_%s")
        Signature decided;

        byte[] document;

        @Convert(converter = HexDigest.class)
        String digest;

        static DecisionRow of(Measure measure) {
            var row = new DecisionRow();
            row.measureId = measure.id();
            row.kind = measure.kind();
            row.proposedBy = measure.proposed().subject();
            row.decided = measure.decided().orElseThrow();
            row.document = measure.evidence().map(Frozen::bytes).orElse(null);
            row.digest = measure.evidence().map(Frozen::digest).orElse(null);
            return row;
        }
    }

    /** A withdrawal as it stands in its table. */
    @Entity(name = "MeasureWithdrawal")
    @Table(name = "measure_withdrawal")
    @Immutable
    static class WithdrawalRow {

        @Id
        UUID measureId;

        @Embedded
        Withdrawal withdrawal;

        static WithdrawalRow of(Measure measure) {
            var row = new WithdrawalRow();
            row.measureId = measure.id();
            row.withdrawal = measure.withdrawn().orElseThrow();
            return row;
        }
    }
}
