package nl.mtvp.plan.monitoring.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.mtvp.plan.monitoring.domain.Indicator;

/** Reads what is measured (D14). */
@ApplicationScoped
public class IndicatorRepository implements PanacheRepositoryBase<IndicatorRow, String> {

    /** By code. */
    public List<Indicator> all() {
        return list("order by code").stream().map(row -> row.indicator).toList();
    }
}
