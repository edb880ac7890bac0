package nl.mtvp.payment.run.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.entitlement.domain.ContractQuarter.Key;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Part;
import nl.mtvp.payment.entitlement.domain.ZeroReason;
import nl.mtvp.payment.run.domain.ProposedLine;
import nl.mtvp.payment.run.domain.ProposedLine.PaymentLine;
import org.jdbi.v3.core.statement.Query;
import org.threeten.extra.YearQuarter;

/** The lines of runs in their tables, with their parts; added once, never changed. */
@ApplicationScoped
public class LineRepository {

    private static final String LINE =
            """
            select l.id, l.run_id, l.uzovi, l.agb, l.contract_id, l.quarter, l.facts::text as facts,
                   before.facts::text as previous, l.due_practice, l.due_rho, l.zero_reason, r.cut_off, r.posted_at,
                   array(select concat_ws(' ', p.cause, p.component, p.cents)
                         from payment_part p where p.line_id = l.id order by p.number) as parts
            from payment_line l
            join payment_run r on r.id = l.run_id
            left join payment_line before on before.id = l.previous_line_id
            """;

    private static final Order<PaymentLine> BY_CONTRACT = Order.by("l.contract_id", Uuids::of, PaymentLine::contractId)
            .then("l.quarter", Quarters::of, line -> line.facts().quarter());

    private final Sql sql;

    LineRepository(Sql sql) {
        this.sql = sql;
    }

    /** A posted line and its facts. */
    public record PostedLine(UUID id, Facts facts) {}

    /**
     * A line and since when it can be seen.
     *
     * @param cutOff of its run: from then on its insurer sees it
     * @param postedAt when it was booked, from when on others see it; null as long as it is not
     */
    public record KnownLine(PaymentLine line, Instant cutOff, Instant postedAt) {}

    public void add(UUID run, Collection<ProposedLine> proposed, Instant now) {
        if (!proposed.isEmpty()) {
            LineCopy.add(sql, run, proposed, now);
        }
    }

    /** The last line of each quarter of these contracts that was posted up to a moment. */
    public Map<Key, PostedLine> lastPosted(Collection<UUID> contracts, Instant knownAt) {
        var json = new FactsJson();
        return sql.query(
                        """
                        select distinct on (l.contract_id, l.quarter) l.id, l.contract_id, l.quarter,
                               l.facts::text as facts
                        from payment_line l join posting p on p.run_id = l.run_id
                        where l.contract_id = any(:contracts) and p.booked_at <= :knownAt
                        order by l.contract_id, l.quarter, p.number desc
                        """)
                .bind("contracts", contracts.toArray(UUID[]::new))
                .bind("knownAt", knownAt)
                .map((row, context) -> Map.entry(
                        new Key(row.getObject("contract_id", UUID.class), quarter(row)),
                        new PostedLine(row.getObject("id", UUID.class), json.read(row.getString("facts")))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Page<PaymentLine> listOfRun(UUID run, PageRequest asked) {
        var wanted = new Filters().and("l.run_id = :run", "run", run);
        return BY_CONTRACT.page(sql, LINE, wanted, asked, (row, context) -> line(row));
    }

    /**
     * A run's lines about the contracts that follow each other.
     *
     * @param after the contract before them; null from the first on
     * @param last null up to the last
     */
    public List<PaymentLine> ofRun(UUID run, UUID after, UUID last) {
        return lines(
                        """
                                 where l.run_id = :run
                                   and (cast(:after as uuid) is null or l.contract_id > :after)
                                   and (cast(:last as uuid) is null or l.contract_id <= :last)
                                """)
                .bind("run", run)
                .bind("after", after)
                .bind("last", last)
                .map((row, context) -> line(row))
                .list();
    }

    /** The lines of a run that are about a practice, in the order of quarter and contract. */
    public List<PaymentLine> ofPractice(UUID run, Agb agb) {
        return lines(
                        """
                                 where l.run_id = :run and l.agb = :agb
                                   and l.contract_id in (select contract_id from contract_holder where agb = :agb)
                                 order by l.quarter, l.contract_id
                                """)
                .bind("run", run)
                .bind("agb", agb)
                .map((row, context) -> line(row))
                .list();
    }

    /** The lines of a run that book something on an account, in the order of quarter, practice and contract. */
    public List<PaymentLine> ofAccount(UUID run, String account) {
        return lines(
                        """
                                 where l.id in (select e.line_id from ledger_entry e join posting p on p.id = e.posting_id
                                                where e.creditor = :account and p.run_id = :run)
                                 order by l.quarter, l.agb, l.contract_id
                                """)
                .bind("run", run)
                .bind("account", account)
                .map((row, context) -> line(row))
                .list();
    }

    /** A line that may be seen: practice and RHO see those that are posted, an RHO where it has or had a share. */
    public Optional<KnownLine> find(UUID id, Visibility visibility) {
        var insurer = visibility.of(Map.of(Owner.INSURER, "l.uzovi"));
        var practice = visibility.of(Map.of(Owner.PRACTICE, "l.agb"));
        var rho = visibility.of(Map.of(Owner.RHO, "l.facts -> 'share' ->> 'rho'"));
        var formerRho = visibility.of(Map.of(Owner.RHO, "before.facts -> 'share' ->> 'rho'"));
        return lines(
                        """
                                 where l.id = :id
                                   and (<insurer> or (r.state = 'POSTED' and (<practice> or <rho> or <formerRho>)))
                                """)
                .define("insurer", insurer.sql())
                .define("practice", practice.sql())
                .define("rho", rho.sql())
                .define("formerRho", formerRho.sql())
                .bindMap(insurer.parameters())
                .bindMap(practice.parameters())
                .bindMap(rho.parameters())
                .bind("id", id)
                .map((row, context) -> new KnownLine(line(row), instant(row, "cut_off"), instant(row, "posted_at")))
                .findOne();
    }

    private Query lines(String where) {
        return sql.query(LINE + where);
    }

    private static PaymentLine line(ResultSet row) throws SQLException {
        var previous = row.getString("previous");
        var zeroReason = row.getString("zero_reason");
        var json = new FactsJson();
        return new PaymentLine(
                row.getObject("id", UUID.class),
                row.getObject("run_id", UUID.class),
                new Uzovi(row.getString("uzovi")),
                new Agb(row.getString("agb")),
                row.getObject("contract_id", UUID.class),
                json.read(row.getString("facts")),
                previous == null ? null : json.read(previous),
                new Amounts(row.getLong("due_practice"), row.getLong("due_rho")),
                parts((String[]) row.getArray("parts").getArray()),
                zeroReason == null ? null : ZeroReason.valueOf(zeroReason));
    }

    private static List<Part> parts(String[] written) {
        var parts = new ArrayList<Part>();
        Arrays.stream(written)
                .map(part -> part.split(" "))
                .forEach(part -> parts.add(
                        new Part(Cause.valueOf(part[0]), Component.valueOf(part[1]), Long.parseLong(part[2]))));
        return parts;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static YearQuarter quarter(ResultSet row) throws SQLException {
        return YearQuarter.from(row.getDate("quarter").toLocalDate());
    }
}
