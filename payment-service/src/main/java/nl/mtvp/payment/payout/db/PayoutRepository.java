package nl.mtvp.payment.payout.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.payout.domain.Payout;
import nl.mtvp.payment.payout.domain.PayoutRefused;
import nl.mtvp.payment.payout.domain.PayoutState;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Payouts in their table. */
@ApplicationScoped
public class PayoutRepository {

    private static final String PAYOUT =
            """
            select id, uzovi, state, basis, debtor_account_id, made_by, made_at, approved_by, approved_at, posting_id,
                   execution_on, withdrawn_by, withdrawn_at, withdrawal_reason
            from payout
            """;

    private final Sql sql;

    PayoutRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(Payout payout) {
        Violations.translated(
                Map.of("one_open_payout_per_insurer", () -> PayoutRefused.openPayout(payout.uzovi())), () -> sql.update(
                                """
                                insert into payout (id, uzovi, state, basis, debtor_account_id, made_by, made_at)
                                values (:id, :uzovi, :state, :basis, :debtorAccountId, :madeBy, :madeAt)
                                """)
                        .bindMethods(payout)
                        .execute());
    }

    public boolean hasOpenPayout(Uzovi uzovi) {
        return sql.query("select exists (select from payout where uzovi = :uzovi and state = 'DRAFT')")
                .bind("uzovi", uzovi)
                .mapTo(Boolean.class)
                .one();
    }

    public void booked(UUID id, UUID posting, LocalDate executionOn, String approvedBy, Instant approvedAt) {
        sql.update(
                        """
                        update payout set state = 'BOOKED', posting_id = :posting, execution_on = :executionOn,
                            approved_by = :approvedBy, approved_at = :approvedAt
                        where id = :id
                        """)
                .bind("id", id)
                .bind("posting", posting)
                .bind("executionOn", executionOn)
                .bind("approvedBy", approvedBy)
                .bind("approvedAt", approvedAt)
                .execute();
    }

    public void withdraw(UUID id, String reason, String withdrawnBy, Instant withdrawnAt) {
        sql.update(
                        """
                        update payout set state = 'WITHDRAWN', withdrawal_reason = :reason, withdrawn_by = :withdrawnBy,
                            withdrawn_at = :withdrawnAt
                        where id = :id
                        """)
                .bind("id", id)
                .bind("reason", reason)
                .bind("withdrawnBy", withdrawnBy)
                .bind("withdrawnAt", withdrawnAt)
                .execute();
    }

    public Optional<Payout> withId(UUID id, Visibility visibility, boolean locked) {
        var visible = visibility.of(Map.of(Owner.INSURER, "uzovi"));
        return sql.query(PAYOUT + " where id = :id and <visible> <lock>")
                .define("visible", visible.sql())
                .define("lock", locked ? "for update" : "")
                .bindMap(visible.parameters())
                .bind("id", id)
                .map(ConstructorMapper.of(Payout.class))
                .findOne();
    }

    public List<Payout> after(UUID after, int limit, Uzovi uzovi, PayoutState state, Visibility visibility) {
        var visible = visibility.of(Map.of(Owner.INSURER, "uzovi"));
        var filters = new Filters()
                .and("uzovi = :uzovi", "uzovi", uzovi)
                .and("state = :state", "state", state)
                .and("id > :after", "after", after);
        return sql.query(PAYOUT + " where <visible> <filters> order by id limit :limit")
                .define("visible", visible.sql())
                .define("filters", filters.sql())
                .bindMap(visible.parameters())
                .bindMap(filters.parameters())
                .bind("limit", limit)
                .map(ConstructorMapper.of(Payout.class))
                .list();
    }

    /** The runs that were posted since the payout before: those that this one pays, netted with what was open. */
    public List<UUID> runs(Payout payout) {
        return sql.query(
                        """
                        select run_id from posting
                        where uzovi = :uzovi and run_id is not null and number <= :basis
                          and number > (select coalesce(max(basis), 0) from payout
                                        where uzovi = :uzovi and state = 'BOOKED' and basis < :basis)
                        order by number
                        """)
                .bindMethods(payout)
                .mapTo(UUID.class)
                .list();
    }
}
