package nl.mtvp.plan.admission.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.admission.domain.Admission;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.threeten.extra.YearQuarter;

/** Keeps who may start when (D21). */
@ApplicationScoped
public class AdmissionRepository {

    private static final String SELECT =
            "select agb, rho, region, hub, quarter, ion, round_id, draw_id, admitted_at from admission ";

    /**
     * Admits the members of the lots that a round admitted. A practice that moved (D5) may stand in the frozen pools of
     * two regions: who is admitted already is not admitted a second time.
     *
     * @param draw null when the round had none
     */
    public List<Admission> admit(Handle tx, UUID round, UUID draw, Instant now) {
        tx.createUpdate(
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
                        on conflict (agb) where withdrawn_at is null do nothing
                        """)
                .bind("round", round)
                .bind("draw", draw)
                .bind("now", now)
                .execute();
        return tx.createQuery(SELECT + "where round_id = :round order by agb")
                .bind("round", round)
                .map(ConstructorMapper.of(Admission.class))
                .list();
    }

    /** Those of a region and a quarter, by AGB, without those withdrawn. @param region or null; @param quarter or null */
    public List<Admission> tranche(Handle tx, String region, YearQuarter quarter, String after, int limit) {
        return tx.createQuery(
                        SELECT
                                + """
                          where withdrawn_at is null
                            and (cast(:region as text) is null or region = :region)
                            and (cast(:quarter as date) is null or quarter = :quarter)
                            and (cast(:after as text) is null or agb > :after)
                          order by agb limit :limit
                          """)
                .bind("region", region)
                .bindByType("quarter", quarter, YearQuarter.class)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Admission.class))
                .list();
    }

    public Optional<Admission> admission(Handle tx, UUID round, Agb agb) {
        return tx.createQuery(SELECT + "where round_id = :round and agb = :agb")
                .bind("round", round)
                .bind("agb", agb)
                .map(ConstructorMapper.of(Admission.class))
                .findOne();
    }

    /** @return false when it was withdrawn before */
    public boolean withdraw(Handle tx, Admission admission, String reason, Actor actor, Instant now) {
        return tx.createUpdate(
                                """
                                update admission set withdrawn_at = :now, withdrawn_by = :actor,
                                    withdrawn_reason = :reason
                                where round_id = :round and agb = :agb and withdrawn_at is null
                                """)
                        .bind("round", admission.roundId())
                        .bind("agb", admission.agb())
                        .bind("reason", reason)
                        .bind("actor", actor.subject())
                        .bind("now", now)
                        .execute()
                == 1;
    }
}
