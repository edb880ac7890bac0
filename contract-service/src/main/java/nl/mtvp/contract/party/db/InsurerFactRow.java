package nl.mtvp.contract.party.db;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.identity.Uzovi;

/** What holds of an insurer for a period, as it stands in its table, where only its end may come later. */
@MappedSuperclass
abstract class InsurerFactRow {

    @Id
    UUID id;

    Uzovi uzovi;
    LocalDate validFrom;
    LocalDate validUntil;
    Instant recordedAt;
    String recordedBy;
    Instant endedAt;
    String endedBy;

    InsurerFactRow() {}

    InsurerFactRow(UUID id, Uzovi uzovi, Period valid, Actor by, Instant now) {
        this.id = id;
        this.uzovi = uzovi;
        validFrom = valid.from();
        validUntil = valid.until().orElse(null);
        recordedAt = now;
        recordedBy = by.subject();
    }

    Period valid() {
        return new Period(validFrom, Optional.ofNullable(validUntil));
    }

    void end(Period ended, Actor by, Instant now) {
        validUntil = ended.until().orElseThrow();
        endedAt = now;
        endedBy = by.subject();
    }
}
