package nl.mtvp.contract.annulment.db;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.annulment.domain.Annulment;
import nl.mtvp.contract.annulment.domain.Annulment.Answer;
import nl.mtvp.contract.contract.db.FactRow;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.domain.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A proposed annulment as it stands in its table. */
@Entity(name = "Annulment")
@Immutable
class AnnulmentRow extends FactRow<Annulment> {

    String reason;

    @Enumerated(EnumType.STRING)
    Side proposedFor;

    @EmbeddedColumnNaming("proposed_%s")
    Signature proposed;

    @OneToOne
    @PrimaryKeyJoinColumn
    AnswerRow answer;

    AnnulmentRow() {}

    AnnulmentRow(Annulment annulment) {
        super(annulment.id(), annulment.contractId());
        reason = annulment.reason();
        proposedFor = annulment.proposedFor();
        proposed = annulment.proposed();
    }

    @Override
    protected Annulment fact() {
        return new Annulment(
                id,
                contractId,
                reason,
                proposedFor,
                proposed,
                Optional.ofNullable(answer).map(row -> row.answer));
    }

    /** Its answer, with what that is held against: for which side and by whom it was proposed. */
    @Entity(name = "AnnulmentAnswer")
    @Immutable
    static class AnswerRow {

        @Id
        UUID annulmentId;

        @Enumerated(EnumType.STRING)
        Side proposedFor;

        String proposedBy;

        Answer answer;

        AnswerRow() {}

        AnswerRow(Annulment answered) {
            annulmentId = answered.id();
            proposedFor = answered.proposedFor();
            proposedBy = answered.proposed().subject();
            answer = answered.answer().orElseThrow();
        }
    }
}
