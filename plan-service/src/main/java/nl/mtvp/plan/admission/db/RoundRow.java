package nl.mtvp.plan.admission.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.plan.admission.domain.Round;
import org.hibernate.annotations.Immutable;
import org.threeten.extra.YearQuarter;

/** A round as it stands in its table. */
@Entity(name = "AdmissionRound")
@Table(name = "admission_round")
@Immutable
class RoundRow {

    @Id
    UUID id;

    String region;
    YearQuarter quarter;
    int ceilingPercent;
    LocalDate preferencesUntil;
    Instant openedAt;
    String openedBy;

    static RoundRow of(Round round, Actor actor) {
        var row = new RoundRow();
        row.id = round.id();
        row.region = round.region();
        row.quarter = round.quarter();
        row.ceilingPercent = round.ceilingPercent();
        row.preferencesUntil = round.preferencesUntil();
        row.openedAt = round.openedAt();
        row.openedBy = actor.subject();
        return row;
    }

    Round round() {
        return new Round(id, region, quarter, ceilingPercent, preferencesUntil, openedAt);
    }
}
