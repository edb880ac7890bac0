package nl.mtvp.plan.catalogue.db;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import org.hibernate.annotations.Immutable;

/** An intervention as it stands in its table, with the proposal that it came from, if it came from one (D2). */
@Entity(name = "Intervention")
@Table(name = "intervention")
@Immutable
class InterventionRow {

    @Id
    String code;

    @Enumerated(EnumType.STRING)
    Kernelement kernelement;

    String nameNl;
    String nameEn;
    LocalDate usableFrom;
    UUID proposalId;

    static InterventionRow of(Intervention intervention, UUID proposal) {
        var row = new InterventionRow();
        row.code = intervention.code();
        row.kernelement = intervention.kernelement();
        row.nameNl = intervention.nameNl();
        row.nameEn = intervention.nameEn();
        row.usableFrom = intervention.usableFrom();
        row.proposalId = proposal;
        return row;
    }

    Intervention intervention() {
        return new Intervention(code, kernelement, nameNl, nameEn, usableFrom);
    }
}
