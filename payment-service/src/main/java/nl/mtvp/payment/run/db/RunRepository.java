package nl.mtvp.payment.run.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.run.domain.PaymentRun;
import nl.mtvp.payment.run.domain.RunRefused;
import nl.mtvp.payment.run.domain.RunState;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.threeten.extra.YearQuarter;

/** Runs in their table. */
@ApplicationScoped
public class RunRepository {

    private static final String RUN =
            """
            select id, uzovi, quarter, state, cut_off, encode(proposal_hash, 'hex') as proposal_hash, made_by, made_at,
                   approved_by, approved_at, posted_at, withdrawn_by, withdrawn_at, withdrawal_reason, attempts,
                   failure
            from payment_run
            """;

    private final Sql sql;

    RunRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(PaymentRun run) {
        Violations.translated(
                Map.of("one_open_run_per_insurer", () -> RunRefused.openRun(run.uzovi())), () -> sql.update(
                                """
                                insert into payment_run
                                    (id, uzovi, quarter, state, cut_off, made_by, made_at)
                                values (:id, :uzovi, :quarter, :state, :cutOff, :madeBy, :madeAt)
                                """)
                        .bindMethods(run)
                        .execute());
    }

    public boolean hasOpenRun(Uzovi uzovi) {
        return sql.query(
                        """
                        select exists (select from payment_run
                                       where uzovi = :uzovi and state in ('COMPUTING', 'DRAFT', 'APPROVED'))
                        """)
                .bind("uzovi", uzovi)
                .mapTo(Boolean.class)
                .one();
    }

    public Optional<YearQuarter> lastPostedQuarter(Uzovi uzovi) {
        return sql.query(
                        """
                        select quarter from payment_run where uzovi = :uzovi and state = 'POSTED'
                        order by quarter desc limit 1
                        """)
                .bind("uzovi", uzovi)
                .mapTo(YearQuarter.class)
                .findOne();
    }

    public Optional<PaymentRun> withId(UUID id, Visibility visibility, boolean locked) {
        var visible = visibility.of(Map.of(Owner.INSURER, "uzovi"));
        return sql.query(RUN + " where id = :id and <visible> <lock>")
                .define("visible", visible.sql())
                .define("lock", locked ? "for no key update" : "")
                .bindMap(visible.parameters())
                .bind("id", id)
                .map(ConstructorMapper.of(PaymentRun.class))
                .findOne();
    }

    public List<PaymentRun> after(
            UUID after, int limit, Uzovi uzovi, YearQuarter quarter, RunState state, Visibility visibility) {
        var visible = visibility.of(Map.of(Owner.INSURER, "uzovi"));
        return sql.query(
                        RUN
                                + """
                                 where <visible> and (cast(:uzovi as text) is null or uzovi = :uzovi)
                                   and (cast(:quarter as date) is null or quarter = :quarter)
                                   and (cast(:state as text) is null or state = :state)
                                   and (cast(:after as uuid) is null or id > :after)
                                 order by id limit :limit
                                """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("uzovi", uzovi)
                .bind("quarter", quarter)
                .bind("state", state)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(PaymentRun.class))
                .list();
    }

    /** False when it is not being computed any more: somebody withdrew it. */
    public boolean computed(UUID id, String proposalHash) {
        return sql.update(
                                """
                                update payment_run set state = 'DRAFT', proposal_hash = :hash
                                where id = :id and state = 'COMPUTING'
                                """)
                        .bind("id", id)
                        .bind("hash", HexFormat.of().parseHex(proposalHash))
                        .execute()
                == 1;
    }

    public boolean isIn(UUID id, RunState state) {
        return sql.query("select exists (select from payment_run where id = :id and state = :state)")
                .bind("id", id)
                .bind("state", state)
                .mapTo(Boolean.class)
                .one();
    }

    public void approve(UUID id, String approvedBy, Instant approvedAt) {
        sql.update(
                        """
                        update payment_run set state = 'APPROVED', approved_by = :by, approved_at = :at where id = :id
                        """)
                .bind("id", id)
                .bind("by", approvedBy)
                .bind("at", approvedAt)
                .execute();
    }

    public void withdraw(UUID id, String reason, String withdrawnBy, Instant withdrawnAt) {
        sql.update(
                        """
                        update payment_run set state = 'WITHDRAWN', withdrawal_reason = :reason, withdrawn_by = :by,
                            withdrawn_at = :at
                        where id = :id
                        """)
                .bind("id", id)
                .bind("reason", reason)
                .bind("by", withdrawnBy)
                .bind("at", withdrawnAt)
                .execute();
    }

    /** The next approved run to post, held until the transaction ends. */
    public Optional<PaymentRun> claim(Instant now) {
        return sql.query(
                        RUN
                                + """
                                 where state = 'APPROVED' and coalesce(try_after <= :now, true)
                                 order by approved_at, id limit 1 for no key update skip locked
                                """)
                .bind("now", now)
                .map(ConstructorMapper.of(PaymentRun.class))
                .findOne();
    }

    public void posted(UUID id, Instant postedAt) {
        sql.update("update payment_run set state = 'POSTED', posted_at = :at where id = :id")
                .bind("id", id)
                .bind("at", postedAt)
                .execute();
    }

    public void tryAfter(UUID id, Instant tryAfter, String failure) {
        sql.update(
                        """
                        update payment_run set attempts = attempts + 1, try_after = :tryAfter, failure = :failure
                        where id = :id
                        """)
                .bind("id", id)
                .bind("failure", failure)
                .bind("tryAfter", tryAfter)
                .execute();
    }
}
