package nl.mtvp.plan.monitoring.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.plan.monitoring.domain.Indicator;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads what is measured (D14). */
@ApplicationScoped
public class IndicatorRepository {

    static final String COLUMNS =
            "i.code, i.level, i.name_nl, i.name_en, i.definition_nl, i.definition_en, i.unit, i.per, i.decimals, i.better,"
                    + " i.target";

    private final Sql sql;

    IndicatorRepository(Sql sql) {
        this.sql = sql;
    }

    /** By code. */
    public List<Indicator> all() {
        return sql.query("select " + COLUMNS + " from indicator i order by i.code")
                .map(ConstructorMapper.of(Indicator.class))
                .list();
    }
}
