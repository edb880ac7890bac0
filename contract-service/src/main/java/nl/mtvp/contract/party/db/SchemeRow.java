package nl.mtvp.contract.party.db;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.mtvp.contract.party.domain.Scheme;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.kernel.access.Actor;
import org.hibernate.annotations.DynamicUpdate;

/** A scheme as it stands in its table. */
@Entity(name = "Scheme")
@Table(name = "insurer_scheme")
@DynamicUpdate
class SchemeRow extends InsurerFactRow {

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
