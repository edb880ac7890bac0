package nl.mtvp.payment.ledger.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.ledger.domain.CreditorBalance;
import nl.mtvp.payment.ledger.domain.CreditorBalance.BalanceQuery;
import nl.mtvp.payment.ledger.domain.Movement;

/** The ledger by creditor: what is owed to each, and how that came (D48, D50). Each creditor is one range of an index. */
@ApplicationScoped
public class CreditorRepository {

    /** A practice's own entries are those that are not an RHO's part of the practice's money. */
    private static final Map<Owner, String> OWNERS = Map.of(
            Owner.INSURER,
            "e.uzovi",
            Owner.PRACTICE,
            "e.component is distinct from 'RHO' and e.agb",
            Owner.RHO,
            "rho_of(e.debit, e.credit)");

    private static final String BALANCES =
            """
            select e.creditor, sum(e.amount) as balance,
                   coalesce(sum(e.amount) filter (where e.line_id is not null), 0) as booked,
                   coalesce(-sum(e.amount) filter (where e.cause in ('PAYOUT', 'PAYOUT_RETURNED')), 0) as paid_out,
                   coalesce(sum(e.amount) filter (where e.cause in ('TO_COLLECTION', 'FROM_COLLECTION')), 0)
                       as in_collection,
                   coalesce(sum(e.amount) filter (where e.cause = 'SUCCESSION'), 0) as moved
            from ledger_entry e join posting p on p.id = e.posting_id
            %s
            group by e.creditor %s
            """;

    private static final String OWES = "having sum(e.amount) < 0";

    private static final Order<CreditorBalance> BY_ACCOUNT = Order.by(
            "e.creditor", String::valueOf, balance -> balance.creditor().account());

    private final Sql sql;

    CreditorRepository(Sql sql) {
        this.sql = sql;
    }

    /** Balances in the order of accounts. */
    public Page<CreditorBalance> listBalances(
            BalanceQuery asked, Instant knownAt, Visibility visibility, PageRequest page) {
        return balances(asked, knownAt, "", visibility, page);
    }

    /** The creditors that owe, in the order of accounts. */
    public Page<CreditorBalance> listInDebt(
            BalanceQuery asked, Instant knownAt, Visibility visibility, PageRequest page) {
        return balances(asked, knownAt, OWES, visibility, page);
    }

    /** All creditors of an insurer that owe now. */
    public List<Creditor> inDebt(Uzovi uzovi) {
        var wanted = filters(new BalanceQuery(uzovi, null, null), null);
        return sql.query(BALANCES.formatted(wanted.where(), OWES) + " order by e.creditor")
                .bindMap(wanted.parameters())
                .map((row, context) -> balance(row).creditor())
                .list();
    }

    /** What a creditor is owed now; nothing when nothing was ever booked. */
    public CreditorBalance balance(Creditor creditor) {
        var wanted = filters(new BalanceQuery(creditor.uzovi(), creditor.agb(), creditor.rho()), null);
        return sql.query(BALANCES.formatted(wanted.where(), ""))
                .bindMap(wanted.parameters())
                .map((row, context) -> balance(row))
                .findOne()
                .orElse(new CreditorBalance(creditor, 0, 0, 0, 0, 0));
    }

    /** A page is looked for among the entries already, so that no other creditors' are summed. */
    private Page<CreditorBalance> balances(
            BalanceQuery asked, Instant knownAt, String having, Visibility visibility, PageRequest page) {
        var entries = BY_ACCOUNT.after(filters(asked, knownAt).and(visibility.of(OWNERS)), page);
        var found = sql.query(BALANCES.formatted(entries.where(), having) + " order by e.creditor limit :limit")
                .bindMap(entries.parameters())
                .bind("limit", page.limit() + 1)
                .map((row, context) -> balance(row))
                .list();
        return BY_ACCOUNT.page(found, page);
    }

    /** Insurer and creditor as ranges of the index by creditor, so that nobody else's entries are read. */
    private static Filters filters(BalanceQuery asked, Instant knownAt) {
        var uzovi = asked.uzovi();
        var known = new Filters().and("p.booked_at <= :knownAt", "knownAt", knownAt);
        if (uzovi != null && (asked.agb() == null) != (asked.rho() == null)) {
            return known.and(
                    "e.creditor = :creditor", "creditor", new Creditor(uzovi, asked.agb(), asked.rho()).account());
        }
        return known.and("e.creditor >= :fromAccount", "fromAccount", uzovi == null ? null : "creditor:" + uzovi + ":")
                .and("e.creditor < :untilAccount", "untilAccount", uzovi == null ? null : "creditor:" + uzovi + ";")
                .and("e.component is distinct from 'RHO' and e.agb = :agb", "agb", asked.agb())
                .and("rho_of(e.debit, e.credit) = :rho", "rho", asked.rho());
    }

    /** What these creditors are owed now, of whom anything was ever booked. */
    public Map<Creditor, Long> owed(Collection<Creditor> creditors) {
        return sql.query(
                        """
                        select creditor, sum(amount) as cents from ledger_entry
                        where creditor = any(:creditors) group by creditor
                        """)
                .bind("creditors", creditors.stream().map(Creditor::account).toArray(String[]::new))
                .map((row, context) -> Map.entry(Creditor.of(row.getString("creditor")), row.getLong("cents")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, HashMap::new));
    }

    /** The movements of creditors, each creditor's in the order of booking. */
    public Map<Creditor, List<Movement>> movements(Collection<Creditor> creditors, Instant knownAt) {
        var movements = new LinkedHashMap<Creditor, List<Movement>>();
        creditors.forEach(creditor -> movements.put(creditor, new ArrayList<>()));
        sql.query(
                        """
                        select e.creditor, p.id as posting_id, p.number as posting_number, p.booked_at,
                               sum(e.amount) as cents
                        from ledger_entry e join posting p on p.id = e.posting_id
                        where e.creditor = any(:creditors) and p.booked_at <= :knownAt
                        group by e.creditor, p.id having sum(e.amount) <> 0 order by e.creditor, p.number
                        """)
                .bind("creditors", creditors.stream().map(Creditor::account).toArray(String[]::new))
                .bind("knownAt", knownAt)
                .map((row, context) -> Map.entry(
                        Creditor.of(row.getString("creditor")),
                        new Movement(
                                row.getObject("posting_id", UUID.class),
                                row.getLong("posting_number"),
                                row.getObject("booked_at", OffsetDateTime.class).toInstant(),
                                row.getLong("cents"))))
                .forEach(entry -> movements.get(entry.getKey()).add(entry.getValue()));
        return movements;
    }

    /** Insurers that ever booked anything. */
    public List<Uzovi> insurers() {
        return sql.query("select distinct uzovi from posting order by uzovi")
                .mapTo(Uzovi.class)
                .list();
    }

    private static CreditorBalance balance(ResultSet row) throws SQLException {
        return new CreditorBalance(
                Creditor.of(row.getString("creditor")),
                row.getLong("balance"),
                row.getLong("booked"),
                row.getLong("paid_out"),
                row.getLong("in_collection"),
                row.getLong("moved"));
    }
}
