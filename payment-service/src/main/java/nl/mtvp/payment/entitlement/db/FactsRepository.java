package nl.mtvp.payment.entitlement.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.entitlement.domain.EntitlementQuery;
import nl.mtvp.payment.entitlement.domain.Facts;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.threeten.extra.YearQuarter;

/** Gathers, for many contracts at once, the facts as known at a moment that decide what is due (D41, D54). */
@ApplicationScoped
public class FactsRepository {

    /** Everything as it stood at :knownAt, for the chosen contracts and each of their quarters. */
    private static final String FACTS =
            """
            select c.id as contract_id, c.uzovi, c.agb, jsonb_build_object(
                'quarter', to_char(q.day, 'YYYY-"Q"Q'),
                'count', case when d.id is not null then jsonb_build_object('ion', coalesce(n.ion, 0),
                    'source', jsonb_build_object('id', d.id, 'knownAt', lower(d.known))) end,
                'tariff', case when t.id is not null then jsonb_build_object('centsPerIon', (t.euro * 100)::bigint,
                    'source', jsonb_build_object('id', t.proposal_id, 'knownAt', t.first_known_at)) end,
                'inForce', jsonb_build_object('from', lower(c.valid), 'until', s.not_in_force_from,
                    'sources', jsonb_build_array(jsonb_build_object('id', c.id, 'knownAt', lower(c.known),
                        'knownAtSource', c.known_at_source)) || coalesce(s.sources, '[]')),
                'clawbacks', coalesce(b.clawbacks, '[]')) as facts
            from (select * from contract where known @> cast(:knownAt as timestamptz) and <chosen>) c
            cross join lateral (
                select cast(day as date) as day
                from generate_series(cast(<first> as timestamp), cast(:quarter as timestamp), interval '3 months') day) q
            left join lateral (
                select min(lower(valid)) as not_in_force_from, jsonb_agg(jsonb_build_object('id', id,
                    'knownAt', lower(known), 'knownAtSource', known_at_source) order by id) as sources
                from (select id, valid, known, known_at_source from contract_stop where contract_id = c.id
                      union all
                      select id, valid, known, known_at_source from contract_end where contract_id = c.id) e
                where known @> cast(:knownAt as timestamptz)) s on true
            left join ion_delivery d on d.uzovi = c.uzovi and d.peildatum = q.day
                and d.known @> cast(:knownAt as timestamptz)
            left join ion_count n on n.delivery_id = d.id and n.agb = c.agb
            left join tariff t on t.uzovi = c.uzovi and t.valid @> q.day and t.known @> cast(:knownAt as timestamptz)
            left join lateral (
                select jsonb_agg(jsonb_build_object('from', lower(valid), 'until', upper(valid),
                    'tenThousandths', ten_thousandths, 'source', jsonb_build_object('id', id,
                    'knownAt', lower(known), 'knownAtSource', known_at_source)) order by id) as clawbacks
                from clawback
                where contract_id = c.id and known @> cast(:knownAt as timestamptz)
                  and valid && daterange(q.day, cast(q.day + interval '3 months' as date))) b on true
            order by c.id, q.day
            """;

    private final ObjectMapper json;

    FactsRepository(ObjectMapper json) {
        this.json = json;
    }

    /** The next contracts of an insurer, each with all its quarters up to a run's. */
    public List<ContractQuarter> upTo(
            Handle tx, Uzovi uzovi, YearQuarter quarter, Instant knownAt, UUID afterContract, int contracts) {
        return contractQuarters(tx.createQuery(FACTS)
                .define(
                        "chosen",
                        """
                        id in (select id from contract
                               where uzovi = :uzovi and known @> cast(:knownAt as timestamptz)
                                 and (cast(:after as uuid) is null or id > :after)
                               order by id limit :contracts)
                        """)
                .define("first", "least(date_trunc('quarter', lower(c.valid)), :quarter)")
                .bind("uzovi", uzovi)
                .bind("after", afterContract)
                .bind("contracts", contracts)
                .bind("quarter", quarter)
                .bind("knownAt", knownAt));
    }

    /** The next visible contracts in one quarter. */
    public List<ContractQuarter> in(
            Handle tx,
            EntitlementQuery asked,
            Instant knownAt,
            UUID afterContract,
            int contracts,
            Visibility visibility) {
        var visible = visibility.of(Map.of(Owner.INSURER, "uzovi", Owner.PRACTICE, "agb"));
        return contractQuarters(tx.createQuery(FACTS)
                .define(
                        "chosen",
                        """
                        id in (select id from contract
                               where known @> cast(:knownAt as timestamptz)
                                 and (cast(:uzovi as text) is null or uzovi = :uzovi)
                                 and (cast(:agb as text) is null or agb = :agb)
                                 and (cast(:after as uuid) is null or id > :after) and\s"""
                                + visible.sql() + " order by id limit :contracts)")
                .define("first", ":quarter")
                .bindMap(visible.parameters())
                .bind("uzovi", asked.uzovi())
                .bind("agb", asked.agb())
                .bind("quarter", asked.quarter())
                .bind("after", afterContract)
                .bind("contracts", contracts)
                .bind("knownAt", knownAt));
    }

    /** Facts as a line keeps them. */
    public String written(Facts facts) {
        return new String(CanonicalJson.bytes(facts), StandardCharsets.UTF_8);
    }

    public Facts read(String facts) {
        try {
            return json.readValue(facts, Facts.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database keeps facts of this form only", impossible);
        }
    }

    private List<ContractQuarter> contractQuarters(Query query) {
        return query.map((row, context) -> new ContractQuarter(
                        row.getObject("contract_id", UUID.class),
                        new Uzovi(row.getString("uzovi")),
                        new Agb(row.getString("agb")),
                        read(row.getString("facts"))))
                .list();
    }
}
