package nl.mtvp.plan.admission.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.plan.admission.domain.Admission;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.threeten.extra.YearQuarter;

/** Keeps who may start when (D21), by SQL: lots are admitted and withdrawn as sets, with or without a draw. */
@ApplicationScoped
public class AdmissionRepository {

    private static final String SELECT =
            "select agb, rho, region, hub, quarter, ion, round_id, draw_id, admitted_at from admission ";

    private static final Order<Admission> BY_AGB = Order.by("agb", Agb::new, Admission::agb);

    private final Sql sql;

    AdmissionRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Admits the members of the lots that a round admitted. A practice that moved (D5) may stand in the frozen pools of
     * two regions, and an earlier draw of the round may have admitted it: who is admitted already is not admitted a second
     * time. Nor is who stepped out of this round since.
     *
     * @param draw null when the round had none
     * @return those newly admitted
     */
    public List<Admission> admit(UUID round, UUID draw, Instant now) {
        sql.update(
                        """
                        insert into admission (round_id, agb, rho, region, hub, quarter, ion, lot_id, draw_id,
                            admitted_at)
                        select m.round_id, m.agb, g.rho, r.region, m.hub, r.quarter, m.ion, m.lot_id, t.draw_id, :now
                        from turn t
                        join lot_member m on m.round_id = t.round_id and m.lot_id = t.lot_id
                        join admission_round r on r.id = t.round_id
                        join region g on g.code = r.region
                        where t.round_id = :round and t.draw_id is not distinct from cast(:draw as uuid)
                          and t.outcome = 'ADMITTED'
                          and not exists (select from admission a where a.round_id = m.round_id and a.agb = m.agb
                              and a.withdrawn_at is not null and a.withdrawn_by_draw is null)
                        on conflict (agb) where withdrawn_at is null do nothing
                        """)
                .bind("round", round)
                .bind("draw", draw)
                .bind("now", now)
                .execute();
        return sql.query(SELECT
                        + "where round_id = :round and draw_id is not distinct from cast(:draw as uuid) order by agb")
                .bind("round", round)
                .bind("draw", draw)
                .map(ConstructorMapper.of(Admission.class))
                .list();
    }

    /** Those of a region and a quarter, by AGB, without those withdrawn. @param region or null; @param quarter or null */
    public Page<Admission> listTranche(String region, YearQuarter quarter, PageRequest asked) {
        var wanted = new Filters()
                .and("withdrawn_at is null")
                .and("region = :region", "region", region)
                .and("quarter = :quarter", "quarter", quarter);
        return BY_AGB.page(sql, SELECT, wanted, asked, ConstructorMapper.of(Admission.class));
    }

    /** The one in force, or else the last one withdrawn. */
    public Optional<Admission> find(UUID round, Agb agb) {
        return sql.query(SELECT + "where round_id = :round and agb = :agb order by withdrawn_at desc limit 1")
                .bind("round", round)
                .bind("agb", agb)
                .map(ConstructorMapper.of(Admission.class))
                .findOne();
    }

    /** Withdraws those whom the draw, which repeats an earlier one, did not admit. */
    public List<Admission> withdrawOthers(UUID round, UUID draw, String reason, Deed withdrawn) {
        return sql.query(
                        """
                        update admission a set withdrawn_at = :at, withdrawn_by = :by, withdrawn_reason = :reason,
                            withdrawn_by_draw = :draw
                        where a.round_id = :round and a.withdrawn_at is null
                          and not exists (select from turn t
                              join lot_member m on m.round_id = t.round_id and m.lot_id = t.lot_id
                              where t.draw_id = :draw and t.outcome = 'ADMITTED' and m.agb = a.agb)
                        returning agb, rho, region, hub, quarter, ion, round_id, draw_id, admitted_at
                        """)
                .bind("round", round)
                .bind("draw", draw)
                .bind("reason", reason)
                .bindMethods(withdrawn)
                .map(ConstructorMapper.of(Admission.class))
                .list();
    }

    /** @return false when it was withdrawn before */
    public boolean withdraw(Admission admission, String reason, Deed withdrawn) {
        return sql.update(
                                """
                                update admission set withdrawn_at = :at, withdrawn_by = :by,
                                    withdrawn_reason = :reason
                                where round_id = :roundId and agb = :agb and withdrawn_at is null
                                """)
                        .bindMethods(admission)
                        .bind("reason", reason)
                        .bindMethods(withdrawn)
                        .execute()
                == 1;
    }
}
