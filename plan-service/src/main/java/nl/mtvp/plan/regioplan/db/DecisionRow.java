package nl.mtvp.plan.regioplan.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.UUID;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.domain.Decision;
import nl.mtvp.plan.regioplan.domain.Verdict;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A decision beside who made and submitted its version, none of whom decides (D6): the database compares them. */
@Entity(name = "RegioplanDecision")
@IdClass(DecisionRow.Key.class)
@Immutable
class DecisionRow {

    /** An insurer decides once. */
    record Key(UUID versionId, Uzovi uzovi) {}

    @Id
    @Column(name = "version_id")
    UUID versionId;

    @Id
    Uzovi uzovi;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "version_id", insertable = false, updatable = false)
    VersionRow version;

    @Enumerated(EnumType.STRING)
    Verdict decision;

    String comment;
    String createdBy;
    String submittedBy;

    @EmbeddedColumnNaming("decided_%s")
    Deed decided;

    static DecisionRow of(VersionRow version, Decision decision) {
        var row = new DecisionRow();
        row.versionId = version.id;
        row.uzovi = decision.uzovi();
        row.version = version;
        row.decision = decision.decision();
        row.comment = decision.comment();
        row.createdBy = version.created.by();
        row.submittedBy = version.submitted.by();
        row.decided = decision.decided();
        return row;
    }

    Decision decision() {
        return new Decision(uzovi, decision, comment, decided);
    }
}
