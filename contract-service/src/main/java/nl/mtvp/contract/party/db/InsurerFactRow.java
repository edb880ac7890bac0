package nl.mtvp.contract.party.db;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.contract.party.domain.Scheme;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.identity.Uzovi;
import org.hibernate.annotations.DynamicUpdate;

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

    /** A label as it stands in its table. */
    @Entity(name = "Label")
    @Table(name = "insurer_label")
    @DynamicUpdate
    static class LabelRow extends InsurerFactRow {

        Uzovi label;
        String name;

        LabelRow() {}

        LabelRow(Label label, Actor by, Instant now) {
            super(label.id(), label.uzovi(), label.valid(), by, now);
            this.label = label.label();
            name = label.name();
        }

        Label label() {
            return new Label(id, uzovi, label, name, valid());
        }
    }

    /** A scheme as it stands in its table. */
    @Entity(name = "Scheme")
    @Table(name = "insurer_scheme")
    @DynamicUpdate
    static class SchemeRow extends InsurerFactRow {

        @Enumerated(EnumType.STRING)
        Scheme scheme;

        SchemeRow() {}

        SchemeRow(SchemePeriod scheme, Actor by, Instant now) {
            super(scheme.id(), scheme.uzovi(), scheme.valid(), by, now);
            this.scheme = scheme.scheme();
        }

        SchemePeriod scheme() {
            return new SchemePeriod(id, uzovi, scheme, valid());
        }
    }
}
