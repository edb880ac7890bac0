package nl.mtvp.plan.regioplan.db;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.domain.Comment;
import org.hibernate.annotations.Immutable;

/** A comment as it stands in its table. */
@Entity(name = "RegioplanComment")
@Table(name = "regioplan_comment")
@Immutable
class CommentRow {

    @Id
    UUID id;

    UUID versionId;
    Uzovi uzovi;

    @Enumerated(EnumType.STRING)
    Comment.Subject subject;

    String text;
    Instant writtenAt;
    String writtenBy;

    static CommentRow of(UUID version, Comment comment) {
        var row = new CommentRow();
        row.id = comment.id();
        row.versionId = version;
        row.uzovi = comment.uzovi();
        row.subject = comment.subject();
        row.text = comment.text();
        row.writtenAt = comment.writtenAt();
        row.writtenBy = comment.writtenBy();
        return row;
    }

    Comment comment() {
        return new Comment(id, uzovi, subject, text, writtenAt, writtenBy);
    }
}
