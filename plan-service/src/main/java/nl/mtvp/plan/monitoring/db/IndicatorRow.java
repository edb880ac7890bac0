package nl.mtvp.plan.monitoring.db;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import nl.mtvp.plan.monitoring.domain.Indicator;
import org.hibernate.annotations.Immutable;

/** An indicator as it stands in its table, which migrations keep (D14). */
@Entity(name = "Indicator")
@Immutable
class IndicatorRow {

    @Id
    String code;

    @AttributeOverride(name = "code", column = @Column(name = "code", insertable = false, updatable = false))
    Indicator indicator;
}
