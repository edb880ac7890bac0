package nl.mtvp.plan.praktijkplan.db;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.plan.praktijkplan.domain.Progress;
import org.hibernate.annotations.Immutable;

/** An entry of progress as it stands in its table. */
@Entity(name = "PraktijkplanProgress")
@Immutable
class ProgressRow {

    @Id
    UUID id;

    UUID praktijkplanId;

    @AttributeOverride(name = "id", column = @Column(name = "id", insertable = false, updatable = false))
    Progress progress;

    String recordedBy;

    static ProgressRow of(UUID plan, Progress progress, Actor actor) {
        var row = new ProgressRow();
        row.id = progress.id();
        row.praktijkplanId = plan;
        row.progress = progress;
        row.recordedBy = actor.subject();
        return row;
    }
}
