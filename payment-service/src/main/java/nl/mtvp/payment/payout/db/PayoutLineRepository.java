package nl.mtvp.payment.payout.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.payment.bankaccount.domain.BankAccount;
import nl.mtvp.payment.bankaccount.domain.BankAccount.Address;
import nl.mtvp.payment.fact.db.Rows;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.payout.domain.Payout;
import nl.mtvp.payment.payout.domain.Payout.PayoutReturn;
import nl.mtvp.payment.payout.domain.Payout.PayoutTotals;
import nl.mtvp.payment.payout.domain.PayoutLine;
import nl.mtvp.payment.payout.domain.PayoutLine.Owed;
import nl.mtvp.payment.payout.domain.PayoutRefused;
import nl.mtvp.payment.payout.domain.ReturnCodes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** A payout's lines and what came back of them. */
@ApplicationScoped
public class PayoutLineRepository {

    private static final int BATCH = 1_000;

    private static final String LINE = "select number, creditor, cents, account_id, held from payout_line";

    private static final Order<PayoutLine> BY_NUMBER = Order.by("number", Long::valueOf, PayoutLine::number);

    private static final RowMapper<PayoutLine> LINES =
            Rows.of(PayoutLine.class, Creditor.class, (row, column, context) -> Creditor.of(row.getString(column)));

    private final Sql sql;

    PayoutLineRepository(Sql sql) {
        this.sql = sql;
    }

    /** Who is owed something, in the order of accounts, with the bank account that is in force on a day. */
    public List<Owed> owed(Uzovi uzovi, LocalDate day) {
        return sql.query(
                        """
                        select b.creditor, b.cents, a.proposal_id, p.holder_name, p.street, p.building_number,
                               p.post_code, p.town, p.country,
                               (select min(q.approved_at) from bank_account_proposal q
                                where q.owner = b.creditor and q.iban = p.iban) as approved_at,
                               array(select r.reason from payout_return r
                                     join payout_line l on l.payout_id = r.payout_id and l.number = r.number
                                     join bank_account_proposal paid on paid.id = l.account_id
                                     where l.creditor = b.creditor and paid.iban = p.iban
                                       and r.recorded_at > p.approved_at) as returned
                        from (select creditor, sum(amount) as cents from ledger_entry
                              where creditor >= 'creditor:' || :uzovi || ':' and creditor < 'creditor:' || :uzovi || ';'
                              group by creditor having sum(amount) > 0) b
                        left join bank_account a
                          on a.owner = b.creditor and a.valid @> cast(:day as date) and upper_inf(a.known)
                        left join bank_account_proposal p on p.id = a.proposal_id
                        order by b.creditor
                        """)
                .bind("uzovi", uzovi)
                .bind("day", day)
                .map((row, context) -> new Owed(
                        Creditor.of(row.getString("creditor")),
                        row.getLong("cents"),
                        row.getObject("proposal_id", UUID.class),
                        day(row.getObject("approved_at", OffsetDateTime.class)),
                        isSendable(row),
                        Arrays.stream((String[]) row.getArray("returned").getArray())
                                .anyMatch(ReturnCodes::sayNoAccount)))
                .list();
    }

    private static boolean isSendable(ResultSet row) throws SQLException {
        var holder = row.getString("holder_name");
        return holder != null && BankAccount.isSendable(holder, address(row));
    }

    /** The address of an account's holder, from the columns of its proposal. */
    static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getString("street"),
                row.getString("building_number"),
                row.getString("post_code"),
                row.getString("town"),
                row.getString("country"));
    }

    public void add(UUID payout, List<PayoutLine> lines) {
        for (int from = 0; from < lines.size(); from += BATCH) {
            var batch = sql.batch(
                    """
                    insert into payout_line (payout_id, number, creditor, cents, account_id, held)
                    values (:payout, :number, :account, :cents, :accountId, :held)
                    """);
            lines.subList(from, Math.min(from + BATCH, lines.size())).forEach(line -> batch.bindMethods(line)
                    .bind("payout", payout)
                    .bind("account", line.creditor().account())
                    .add());
            batch.execute();
        }
    }

    /** @param held whether only what is held, or only transfers; null for both */
    public Page<PayoutLine> list(UUID payout, Boolean held, PageRequest asked) {
        var wanted = new Filters()
                .and("payout_id = :payout", "payout", payout)
                .and("(held is not null) = :held", "held", held);
        return BY_NUMBER.page(sql, LINE, wanted, asked, LINES);
    }

    /** All transfers of a payout, in the order of their numbers. */
    public List<PayoutLine> transfers(UUID payout) {
        return sql.query(LINE + " where payout_id = :payout and held is null order by number")
                .bind("payout", payout)
                .map(LINES)
                .list();
    }

    public Optional<PayoutLine> findTransfer(UUID payout, long number) {
        return sql.query(LINE + " where payout_id = :payout and held is null and number = :number")
                .bind("payout", payout)
                .bind("number", number)
                .map(LINES)
                .findOne();
    }

    /** What the lines of each of these payouts come to. */
    public Map<UUID, PayoutTotals> totals(Collection<UUID> payouts) {
        return sql.query(
                        """
                        select payout_id, count(*) filter (where held is null) as transfers,
                               coalesce(sum(cents) filter (where held is null), 0)::bigint as transferred,
                               count(*) filter (where held is not null) as held,
                               coalesce(sum(cents) filter (where held is not null), 0)::bigint as held_back
                        from payout_line where payout_id = any(:payouts) group by payout_id
                        """)
                .bind("payouts", payouts.toArray(UUID[]::new))
                .map((row, context) -> Map.entry(
                        row.getObject("payout_id", UUID.class),
                        new PayoutTotals(
                                row.getLong("transfers"),
                                new Euro(row.getLong("transferred")),
                                row.getLong("held"),
                                new Euro(row.getLong("held_back")))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether an account that the payout pays from or to is not in force any more on a day. */
    public boolean accountsChanged(Payout payout, LocalDate day) {
        return sql.query(
                        """
                        select exists (
                            select from (select account_id from payout_line where payout_id = :id and held is null
                                         union all values (cast(:debtorAccountId as uuid))) used
                            where not exists (select from bank_account a
                                              where a.proposal_id = used.account_id and upper_inf(a.known)
                                                and a.valid @> cast(:day as date)))
                        """)
                .bind("id", payout.id())
                .bind("debtorAccountId", payout.debtorAccountId())
                .bind("day", day)
                .mapTo(Boolean.class)
                .one();
    }

    public void addReturn(PayoutReturn returned, Deed recorded) {
        Violations.translated(
                Map.of("a_transfer_returns_once", () -> PayoutRefused.returnedAlready(returned.number())),
                () -> sql.update(
                                """
                                insert into payout_return
                                    (payout_id, number, posting_id, returned_on, reason, recorded_by, recorded_at)
                                values (:payoutId, :number, :postingId, :returnedOn, :reason, :by, :at)
                                """)
                        .bindMethods(returned)
                        .bindMethods(recorded)
                        .execute());
    }

    /** What came back of each of these payouts. */
    public Map<UUID, List<PayoutReturn>> returns(Collection<UUID> payouts) {
        return sql.query(
                        """
                        select payout_id, number, posting_id, returned_on, reason from payout_return
                        where payout_id = any(:payouts) order by number
                        """)
                .bind("payouts", payouts.toArray(UUID[]::new))
                .map(ConstructorMapper.of(PayoutReturn.class))
                .collect(Collectors.groupingBy(PayoutReturn::payoutId));
    }

    private static LocalDate day(OffsetDateTime moment) {
        return moment == null ? null : SuiteClock.day(moment.toInstant());
    }
}
