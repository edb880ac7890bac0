package nl.mtvp.contract.compliance.db;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.mtvp.contract.compliance.domain.Answer;
import nl.mtvp.contract.contract.domain.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** What a practice said in a hearing, as it stands in its table. */
@Entity(name = "ReviewAnswer")
@Table(name = "compliance_answer")
@Immutable
class AnswerRow {

    @Id
    UUID id;

    UUID reviewId;
    String text;

    @Embedded
    @EmbeddedColumnNaming("given_%s")
    Signature given;

    static AnswerRow of(UUID reviewId, Answer answer) {
        var row = new AnswerRow();
        row.id = answer.id();
        row.reviewId = reviewId;
        row.text = answer.text();
        row.given = answer.given();
        return row;
    }

    UUID reviewId() {
        return reviewId;
    }

    Answer answer() {
        return new Answer(id, text, given);
    }
}
