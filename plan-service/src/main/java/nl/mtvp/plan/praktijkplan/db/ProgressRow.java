package nl.mtvp.plan.praktijkplan.db;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.plan.praktijkplan.domain.Progress;
import org.hibernate.annotations.Immutable;

/** An entry of progress as it stands in its table. */
@Entity(name = "Progress")
@Table(name = "praktijkplan_progress")
@Immutable
class ProgressRow {

    @Id
    UUID id;

    UUID praktijkplanId;
    String code;

    @Enumerated(EnumType.STRING)
    Progress.Stage stage;

    LocalDate observedOn;
    String description;
    Instant recordedAt;
    String recordedBy;

    static ProgressRow of(UUID plan, Progress progress, Actor actor) {
        var row = new ProgressRow();
        row.id = progress.id();
        row.praktijkplanId = plan;
        row.code = progress.code();
        row.stage = progress.stage();
        row.observedOn = progress.observedOn();
        row.description = progress.description();
        row.recordedAt = progress.recordedAt();
        row.recordedBy = actor.subject();
        return row;
    }

    Progress progress() {
        return new Progress(id, code, stage, observedOn, description, recordedAt);
    }
}
