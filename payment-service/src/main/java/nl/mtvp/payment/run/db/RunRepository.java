package nl.mtvp.payment.run.db;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.approval.domain.Withdrawal;
import nl.mtvp.payment.fact.db.Rows;
import nl.mtvp.payment.run.domain.PaymentRun;
import nl.mtvp.payment.run.domain.RunRefused;
import nl.mtvp.payment.run.domain.RunRefused.RecordedFact;
import nl.mtvp.payment.run.domain.RunState;
import nl.mtvp.payment.run.domain.RunWarning;
import nl.mtvp.payment.run.domain.RunWarning.Acknowledgement;
import nl.mtvp.payment.run.domain.WarningKind;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.threeten.extra.YearQuarter;

/** Runs in their table, with the warnings of proposals and who acknowledged them (D46). */
@ApplicationScoped
public class RunRepository implements PanacheRepositoryBase<PaymentRunRow, UUID> {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "uzovi");
    private static final Order<PaymentRunRow> BY_ID = Order.by("id", Uuids::of, row -> row.id);

    /** A run's own warnings; one acknowledgement may be of all of a kind. */
    private static final String OWN =
            """
            select w.kind, w.subject, cast(null as text) as about, w.number, a.reason, a.acknowledged_by as acknowledged,
                   a.acknowledged_at
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

    RunRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Adds a run that is to be computed.
     *
     * @throws RunRefused if the insurer has an open one
     */
    public PaymentRun add(UUID id, Uzovi uzovi, YearQuarter quarter, Instant cutOff, Deed made) {
        var row = PaymentRunRow.made(id, uzovi, quarter, cutOff, made);
        persist(row);
        Violations.translating(Map.of("one_open_run_per_insurer", () -> RunRefused.openRun(uzovi)), this::flush);
        return row.run();
    }

    public boolean hasOpenRun(Uzovi uzovi) {
        return count("uzovi = ?1 and state in (COMPUTING, DRAFT, APPROVED)", uzovi) > 0;
    }

    public Optional<YearQuarter> findLastPostedQuarter(Uzovi uzovi) {
        return find("uzovi = ?1 and state = POSTED order by quarter desc", uzovi)
                .firstResultOptional()
                .map(row -> row.quarter);
    }

    public Optional<PaymentRun> find(UUID id, Visibility visibility) {
        return visible(id, visibility).firstResultOptional().map(PaymentRunRow::run);
    }

    /** The same in its turn: nobody else changes it until this transaction ends. */
    public Optional<PaymentRun> locked(UUID id, Visibility visibility) {
        return visible(id, visibility)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(PaymentRunRow::run);
    }

    private PanacheQuery<PaymentRunRow> visible(UUID id, Visibility visibility) {
        var wanted = new Filters().and("id = :id", "id", id).and(visibility.hql(OWNERS));
        return find(wanted.where(), wanted.parameters());
    }

    public Page<PaymentRun> list(
            Uzovi uzovi, YearQuarter quarter, RunState state, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and(visibility.hql(OWNERS))
                .and("uzovi = :uzovi", "uzovi", uzovi)
                .and("quarter = :quarter", "quarter", quarter)
                .and("state = :state", "state", state);
        return BY_ID.page(this, wanted, asked).map(PaymentRunRow::run);
    }

    /** False when it is not being computed any more: somebody withdrew it. */
    public boolean computed(UUID id, String proposalHash) {
        var row = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (row.state != RunState.COMPUTING) {
            return false;
        }
        row.state = RunState.DRAFT;
        row.proposalHash = proposalHash;
        return true;
    }

    /** Ends a run whose proposal cannot be computed, unless it ended before. */
    public void fail(UUID id) {
        var row = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (row.state == RunState.COMPUTING) {
            row.state = RunState.FAILED;
        }
    }

    public boolean isIn(UUID id, RunState state) {
        return count("id = ?1 and state = ?2", id, state) == 1;
    }

    public void approve(UUID id, Deed approved) {
        var row = findById(id);
        row.state = RunState.APPROVED;
        row.approved = approved;
    }

    public void withdraw(UUID id, Withdrawal withdrawn) {
        var row = findById(id);
        row.state = RunState.WITHDRAWN;
        row.withdrawn = withdrawn;
    }

    /** The next approved run to post, held until the transaction ends. */
    public Optional<PaymentRun> claim(Instant now) {
        return sql.query(
                        """
                        select id from payment_run
                        where state = 'APPROVED' and coalesce(try_after <= :now, true)
                        order by approved_at, id limit 1 for no key update skip locked
                        """)
                .bind("now", now)
                .mapTo(UUID.class)
                .findOne()
                .map(id -> findById(id).run());
    }

    public void posted(UUID id, Instant postedAt) {
        var row = findById(id);
        row.state = RunState.POSTED;
        row.postedAt = postedAt;
    }

    public void tryAfter(UUID id, Instant tryAfter, String failure) {
        var row = findById(id, LockModeType.PESSIMISTIC_WRITE);
        row.attempts++;
        row.tryAfter = tryAfter;
        row.failure = failure;
    }

    /**
     * What was recorded for an insurer after a moment, from wherever facts come: for who has to know what changed
     * (D46). The oldest first.
     */
    public List<RecordedFact> recordedAfter(Uzovi uzovi, Instant moment, int limit) {
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

    public void addWarnings(UUID computation, Collection<RunWarning> warnings) {
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

    public Page<RunWarning> listWarnings(UUID run, PageRequest asked) {
        var select = "select * from (" + OWN + " union all " + MOVES + ") w";
        return BY_KIND.page(sql, select, new Filters().with("run", run), asked, Rows.of(RunWarning.class));
    }

    /** Those that nobody acknowledged; mass moves are not among them. */
    public List<RunWarning> openWarnings(UUID run, int limit) {
        return sql.query("select * from (" + OWN
                        + ") w where w.acknowledged is null order by w.kind, w.subject limit :limit")
                .bind("run", run)
                .bind("limit", limit)
                .map(Rows.of(RunWarning.class))
                .list();
    }

    /** How many warnings of a kind a run has, about one subject or all. */
    public long countWarnings(UUID run, WarningKind kind, String subject) {
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
                                values (:id, :runId, :hash, :kind, :subject, :reason, :acknowledged.by, :acknowledged.at)
                                """)
                .bindMethods(acknowledgement)
                .bind("hash", HexFormat.of().parseHex(acknowledgement.proposalHash()))
                .execute());
    }
}
