package nl.mtvp.contract.measure.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.contract.domain.Withdrawal;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.MeasureKind;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.kernel.db.HexDigest;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A measure as it was proposed, and as it stands in its table: with the terms of its kind only. */
@Entity(name = "Measure")
@Immutable
class MeasureRow {

    @Id
    UUID id;

    UUID contractId;

    @Enumerated(EnumType.STRING)
    MeasureKind kind;

    Terms.Stop stop;

    Terms.Clawback clawback;

    String grounds;

    @EmbeddedColumnNaming("proposed_%s")
    Signature proposed;

    @OneToOne
    @PrimaryKeyJoinColumn
    DecisionRow decision;

    @OneToOne
    @PrimaryKeyJoinColumn
    WithdrawalRow withdrawal;

    MeasureRow() {}

    MeasureRow(Measure measure) {
        id = measure.id();
        contractId = measure.contractId();
        kind = measure.kind();
        stop = measure.terms() instanceof Terms.Stop terms ? terms : null;
        clawback = measure.terms() instanceof Terms.Clawback terms ? terms : null;
        grounds = measure.grounds();
        proposed = measure.proposed();
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
    @Immutable
    static class DecisionRow {

        @Id
        UUID measureId;

        @Enumerated(EnumType.STRING)
        MeasureKind kind;

        String proposedBy;

        @EmbeddedColumnNaming("decided_%s")
        Signature decided;

        byte[] document;

        @Convert(converter = HexDigest.class)
        String digest;

        DecisionRow() {}

        DecisionRow(Measure measure) {
            measureId = measure.id();
            kind = measure.kind();
            proposedBy = measure.proposed().subject();
            decided = measure.decided().orElseThrow();
            document = measure.evidence().map(Frozen::bytes).orElse(null);
            digest = measure.evidence().map(Frozen::digest).orElse(null);
        }
    }

    /** A withdrawal as it stands in its table. */
    @Entity(name = "MeasureWithdrawal")
    @Immutable
    static class WithdrawalRow {

        @Id
        UUID measureId;

        Withdrawal withdrawal;

        WithdrawalRow() {}

        WithdrawalRow(Measure measure) {
            measureId = measure.id();
            withdrawal = measure.withdrawn().orElseThrow();
        }
    }
}
