package nl.mtvp.payment.run.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.run.domain.RecordedFact;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What was recorded for an insurer after a moment, from wherever facts come: for who has to know what changed (D46). */
@ApplicationScoped
public class RecordedFacts {

    private final Sql sql;

    RecordedFacts(Sql sql) {
        this.sql = sql;
    }

    /** The oldest first. */
    public List<RecordedFact> after(Uzovi uzovi, Instant moment, int limit) {
        return sql.query(
                        """
                        select 'tariff-approved' as kind,
                               'tariff ' || p.id || ', valid from ' || lower(p.valid) as subject,
                               min(t.first_known_at) as recorded_at
                        from tariff t join tariff_proposal p on p.id = t.proposal_id
                        where t.uzovi = :uzovi and t.first_known_at > :moment group by p.id
                        union all
                        select 'delivery-accepted', 'delivery ' || id || ' for ' || peildatum, lower(known)
                        from ion_delivery where uzovi = :uzovi and lower(known) > :moment
                        union all
                        select regexp_replace(type, '^nl\\.mtvp\\.(.*)\\.v[0-9]+$', '\\1'),
                               'contract ' || coalesce(data ->> 'contractId', subject)
                                   || coalesce(' with practice ' || (data ->> 'agb'), ''), recorded_at
                        from inbox
                        where recorded_at > :moment and data ->> 'uzovi' = :uzovi and type not like 'nl.mtvp.offer-%'
                        order by recorded_at limit :limit
                        """)
                .bind("uzovi", uzovi)
                .bind("moment", moment)
                .bind("limit", limit)
                .map(ConstructorMapper.of(RecordedFact.class))
                .list();
    }
}
