package nl.mtvp.plan.region.db;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.plan.region.domain.Affiliation;
import nl.mtvp.plan.region.domain.Region;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;
import org.threeten.extra.LocalDateRange;

/** Where a practice belongs over a range of days (D5). The range is part of its key: a statement closes it. */
@Entity(name = "Affiliation")
@Immutable
@IdClass(AffiliationRow.Key.class)
class AffiliationRow {

    /** A practice has one place a day. */
    record Key(Agb agb, LocalDateRange valid) {}

    @Id
    Agb agb;

    @Id
    LocalDateRange valid;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "region")
    Region region;

    String hub;

    @EmbeddedColumnNaming("recorded_%s")
    Deed recorded;

    protected AffiliationRow() {}

    AffiliationRow(Agb agb, LocalDate from, Region region, String hub, Deed recorded) {
        this.agb = agb;
        this.valid = LocalDateRange.ofUnboundedEnd(from);
        this.region = region;
        this.hub = hub;
        this.recorded = recorded;
    }

    LocalDateRange valid() {
        return valid;
    }

    Affiliation affiliation() {
        return new Affiliation(
                region.code(),
                region.rho(),
                hub,
                valid.isUnboundedStart() ? null : valid.getStart(),
                valid.isUnboundedEnd() ? null : valid.getEnd());
    }
}
