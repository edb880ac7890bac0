package nl.mtvp.payment.run.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.payment.run.domain.RunRefused;
import nl.mtvp.payment.run.domain.RunWarning;
import nl.mtvp.payment.run.domain.RunWarning.Acknowledgement;
import nl.mtvp.payment.run.domain.WarningKind;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Warnings of proposals, and who acknowledged them, in their tables (D46). */
@ApplicationScoped
public class WarningRepository {

    /** A run's own warnings; one acknowledgement may be of all of a kind. */
    private static final String OWN =
            """
            select w.kind, w.subject, cast(null as text) as about, w.number, a.reason, a.acknowledged_by, a.acknowledged_at
            from computation_warning w
            left join lateral (
                select * from run_acknowledgement a
                where a.run_id = w.computation_id and a.kind = w.kind and coalesce(a.subject, w.subject) = w.subject
                order by a.acknowledged_at, a.id limit 1) a on true
            where w.computation_id = :run
            """;

    /** The mass moves that stand and that a line of the run is about on either side; acknowledged apart from it (D40). */
    private static final String MOVES =
            """
            select 'MASS_MOVE', cast(m.id as text), 'practice ' || m.agb || ' on ' || m.peildatum || ' and ' || m.compared_with,
                   m.ion_after - m.ion_before, a.reason, a.acknowledged_by, a.acknowledged_at
            from payment_run r
            join ion_mass_move m on m.uzovi = r.uzovi and upper_inf(m.known)
            left join ion_mass_move_acknowledgement a on a.move_id = m.id
            where r.id = :run and exists (
                select from payment_line l where l.run_id = r.id and l.agb = m.agb
                  and l.quarter in (m.peildatum, m.compared_with))
            """;

    private static final Order<RunWarning> BY_KIND = Order.by("w.kind", WarningKind::valueOf, RunWarning::kind)
            .then("w.subject", String::valueOf, RunWarning::subject);

    private final Sql sql;

    WarningRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(UUID computation, Collection<RunWarning> warnings) {
        if (warnings.isEmpty()) {
            return;
        }
        var batch = sql.batch(
                """
                insert into computation_warning (computation_id, kind, subject, number)
                values (:computation, :kind, :subject, :number)
                """);
        warnings.forEach(warning ->
                batch.bindMethods(warning).bind("computation", computation).add());
        batch.execute();
    }

    public Page<RunWarning> ofRun(UUID run, PageRequest asked) {
        var select = "select * from (" + OWN + " union all " + MOVES + ") w";
        return BY_KIND.page(sql, select, new Filters().with("run", run), asked, ConstructorMapper.of(RunWarning.class));
    }

    /** Those that nobody acknowledged; mass moves are not among them. */
    public List<RunWarning> open(UUID run, int limit) {
        return sql.query("select * from (" + OWN
                        + ") w where w.acknowledged_by is null order by w.kind, w.subject limit :limit")
                .bind("run", run)
                .bind("limit", limit)
                .map(ConstructorMapper.of(RunWarning.class))
                .list();
    }

    /** How many warnings of a kind a run has, about one subject or all. */
    public long count(UUID run, WarningKind kind, String subject) {
        return sql.query(
                        """
                        select count(*) from computation_warning
                        where computation_id = :run and kind = :kind
                          and (cast(:subject as text) is null or subject = :subject)
                        """)
                .bind("run", run)
                .bind("kind", kind)
                .bind("subject", subject)
                .mapTo(Long.class)
                .one();
    }

    /** @throws RunRefused if it was done before */
    public void acknowledge(Acknowledgement acknowledgement) {
        Violations.translated(Map.of("a_warning_is_acknowledged_once", RunRefused::acknowledged), () -> sql.update(
                        """
                                insert into run_acknowledgement (id, run_id, proposal_hash, kind, subject, reason,
                                    acknowledged_by, acknowledged_at)
                                values (:id, :runId, :hash, :kind, :subject, :reason, :acknowledgedBy, :acknowledgedAt)
                                """)
                .bindMethods(acknowledgement)
                .bind("hash", HexFormat.of().parseHex(acknowledgement.proposalHash()))
                .execute());
    }
}
