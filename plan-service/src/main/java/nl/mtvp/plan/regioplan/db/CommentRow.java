package nl.mtvp.plan.regioplan.db;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.plan.regioplan.domain.Comment;
import org.hibernate.annotations.Immutable;

/** A comment as it stands in its table. */
@Entity(name = "RegioplanComment")
@Immutable
class CommentRow {

    @Id
    UUID id;

    UUID versionId;

    @AttributeOverride(name = "id", column = @Column(name = "id", insertable = false, updatable = false))
    Comment comment;

    String writtenBy;

    static CommentRow of(UUID version, Comment comment, Actor actor) {
        var row = new CommentRow();
        row.id = comment.id();
        row.versionId = version;
        row.comment = comment;
        row.writtenBy = actor.subject();
        return row;
    }
}
