package nl.mtvp.payment.entitlement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.entitlement.domain.ContractQuarter.EntitlementQuery;
import org.jdbi.v3.core.statement.Query;
import org.threeten.extra.YearQuarter;

/** Gathers, for many contracts at once, the facts as known at a moment that decide what is due (D41, D54). */
@ApplicationScoped
public class FactsRepository {

    /**
     * Everything as it stood at :knownAt for the chosen contracts: one row for each fact, and one statement, so that all
     * of it is of one moment. What is the same for many quarters is told once; {@link KnownFacts} puts it together.
     * {@code offset 0} lets each contract find its own rows by their index: what a batch costs does not grow with the
     * table.
     */
    private static final String FACTS =
            """
            with chosen as materialized (
                select c.id, c.uzovi, lower(c.valid) as starts_on, lower(c.known) as known_at, c.known_at_source
                from contract c <chosen> order by c.id limit :contracts
            ), holder as materialized (
                select h.* from chosen c
                cross join lateral (
                    select h.id, h.contract_id, h.agb, h.valid, h.first_known_at, h.known_at_source
                    from contract_holder h
                    where h.contract_id = c.id and h.known @> cast(:knownAt as timestamptz) offset 0) h
            ), delivery as materialized (
                select d.id, d.uzovi, d.peildatum, lower(d.known) as known_at from ion_delivery d
                where d.uzovi = any(array(select distinct uzovi from chosen))
                  and d.peildatum between <first> and :quarter and d.known @> cast(:knownAt as timestamptz)
            )
            select 'CONTRACT' as kind, c.id as contract_id, cast(c.uzovi as text) as uzovi, cast(null as text) as name,
                   c.starts_on as valid_from, cast(null as date) as valid_until, cast(null as bigint) as number,
                   cast(null as integer) as ten_thousandths, c.id, c.known_at, c.known_at_source
            from chosen c
            union all
            select 'COUNT', h.contract_id, null, h.agb, null, null, n.ion, null, n.delivery_id, null, null
            from holder h
            cross join lateral (
                select c.delivery_id, c.ion from ion_count c
                where c.agb collate "C" = h.agb and c.delivery_id = any(array(select id from delivery)) offset 0) n
            union all
            select 'SETTLED', h.contract_id, null, h.agb, null, null,
                   coalesce(sum(s.change) filter (where s.known @> cast(:knownAt as timestamptz)), 0), null, d.id,
                   max(case when upper(s.known) <= cast(:knownAt as timestamptz) then upper(s.known)
                            else lower(s.known) end), null
            from (select distinct contract_id, agb from holder) h
            join ion_count_change s on s.agb = h.agb
            join delivery d on d.id = s.delivery_id
            where lower(s.known) <= cast(:knownAt as timestamptz)
            group by h.contract_id, h.agb, d.id
            union all
            select 'HOLDER', contract_id, null, agb, lower(valid), upper(valid), null, null, id, first_known_at,
                   known_at_source
            from holder
            union all
            select 'ENDED', s.contract_id, null, null, lower(s.valid), null, null, null, s.id, lower(s.known),
                   s.known_at_source
            from contract_stop s
            where s.contract_id = any(array(select id from chosen)) and s.known @> cast(:knownAt as timestamptz)
            union all
            select 'ENDED', e.contract_id, null, null, lower(e.valid), null, null, null, e.id, lower(e.known),
                   e.known_at_source
            from contract_end e
            where e.contract_id = any(array(select id from chosen)) and e.known @> cast(:knownAt as timestamptz)
            union all
            select 'CLAWBACK', b.contract_id, null, null, lower(b.valid), upper(b.valid), null, b.ten_thousandths, b.id,
                   lower(b.known), b.known_at_source
            from clawback b
            where b.contract_id = any(array(select id from chosen)) and b.known @> cast(:knownAt as timestamptz)
            union all
            select 'OFFSET', o.contract_id, null, null, lower(o.valid), upper(o.valid), o.cents_per_quarter, null, o.id,
                   o.first_known_at, o.known_at_source
            from contract_offset o
            where o.contract_id = any(array(select id from chosen)) and o.known @> cast(:knownAt as timestamptz)
            union all
            select 'SHARE', s.contract_id, null, s.rho, lower(s.valid), upper(s.valid), s.cents_per_ion,
                   s.ten_thousandths, s.id, s.first_known_at, s.known_at_source
            from rho_share s
            where s.contract_id = any(array(select id from chosen)) and s.known @> cast(:knownAt as timestamptz)
            union all
            select 'DELIVERY', null, uzovi, null, peildatum, null, null, null, id, known_at, null from delivery
            union all
            select 'TARIFF', null, t.uzovi, null, lower(t.valid), upper(t.valid), cast(t.euro * 100 as bigint), null,
                   t.proposal_id, t.first_known_at, null
            from tariff t
            where t.uzovi = any(array(select distinct uzovi from chosen)) and t.known @> cast(:knownAt as timestamptz)
            """;

    private static final String FIRST_QUARTER =
            "(select least(min(date_trunc('quarter', starts_on)), :quarter) from chosen)";

    private static final Order<ContractQuarter> BY_CONTRACT = Order.by("c.id", Uuids::of, ContractQuarter::contractId);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int ROWS_AT_ONCE = 10_000;

    private final Sql sql;

    FactsRepository(Sql sql) {
        this.sql = sql;
    }

    /** The next contracts of an insurer, each with all its quarters up to a run's. */
    public List<ContractQuarter> upTo(
            Uzovi uzovi, YearQuarter quarter, Instant knownAt, UUID afterContract, int contracts) {
        var known = gathered(sql.query(FACTS)
                .define(
                        "chosen",
                        """
                        where c.uzovi = :uzovi and c.known @> cast(:knownAt as timestamptz) and c.id > :after
                        """)
                .define("first", FIRST_QUARTER)
                .bind("uzovi", uzovi)
                .bind("after", afterContract == null ? BEFORE_ALL : afterContract)
                .bind("contracts", contracts)
                .bind("quarter", quarter)
                .bind("knownAt", knownAt));
        return known.upTo(quarter);
    }

    /** A contract in all its quarters up to this one. */
    public List<ContractQuarter> of(UUID contract, YearQuarter quarter, Instant knownAt) {
        return gathered(sql.query(FACTS)
                        .define("chosen", "where c.id = :contract and c.known @> cast(:knownAt as timestamptz)")
                        .define("first", FIRST_QUARTER)
                        .bind("contract", contract)
                        .bind("contracts", 1)
                        .bind("quarter", quarter)
                        .bind("knownAt", knownAt))
                .upTo(quarter);
    }

    /** Whose contract it is; nothing when it is not there for who asks. */
    public Optional<Uzovi> findInsurer(UUID contract, Visibility visibility) {
        var visible = visibility.of(Map.of(Owner.INSURER, "uzovi"));
        return sql.query("select uzovi from contract where id = :contract and " + visible.sql())
                .bindMap(visible.parameters())
                .bind("contract", contract)
                .mapTo(Uzovi.class)
                .findOne();
    }

    /** Visible contracts in one quarter; whose they are is who has them on its peildatum. */
    public Page<ContractQuarter> list(
            EntitlementQuery asked, Instant knownAt, Visibility visibility, PageRequest page) {
        var wanted = new Filters()
                .and("c.known @> cast(:knownAt as timestamptz)", "knownAt", knownAt)
                .and(visibility.of(Map.of(Owner.INSURER, "h.uzovi", Owner.PRACTICE, "h.agb")))
                .and("h.uzovi = :uzovi", "uzovi", asked.uzovi())
                .and("h.agb = :agb", "agb", asked.agb())
                .with("quarter", asked.quarter());
        var chosen = BY_CONTRACT.after(wanted, page);
        var known = gathered(sql.plannedAnew(FACTS)
                .define(
                        "chosen",
                        """
                        join contract_holder h on h.contract_id = c.id and h.known @> cast(:knownAt as timestamptz)
                          and h.valid @> greatest(cast(:quarter as date), lower(c.valid))
                        """
                                + chosen.where())
                .define("first", ":quarter")
                .bindMap(chosen.parameters())
                .bind("contracts", page.limit() + 1));
        return BY_CONTRACT.page(known.in(asked.quarter()), page);
    }

    private static KnownFacts gathered(Query query) {
        return query.setFetchSize(ROWS_AT_ONCE).scanResultSet((rows, context) -> {
            try (context) {
                var known = new KnownFacts();
                var row = rows.get();
                while (row.next()) {
                    known.take(row);
                }
                return known;
            }
        });
    }
}
