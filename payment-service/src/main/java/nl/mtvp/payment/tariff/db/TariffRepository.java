package nl.mtvp.payment.tariff.db;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.fact.domain.KnownPeriod;
import nl.mtvp.payment.tariff.domain.TariffProposal;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Tariffs in their table: proposals, and the periods on two axes of those that were approved. */
@ApplicationScoped
public class TariffRepository implements PanacheRepositoryBase<TariffProposalRow, UUID> {

    private static final Order<TariffProposalRow> BY_ID = Order.by("id", Uuids::of, row -> row.id);

    private final Sql sql;

    TariffRepository(Sql sql) {
        this.sql = sql;
    }

    /** The maximum that a tariff exceeds on its first such day. */
    public record Maximum(Euro euro, LocalDate validFrom) {}

    /** @param exceeded the maximum that is in a proposal's way */
    public record Judgement(Optional<Maximum> exceeded, boolean lowers) {}

    /** The part of an overlapped tariff that a revision leaves. */
    public record Rest(
            UUID proposalId, BigDecimal euro, Instant firstKnownAt, LocalDate validFrom, LocalDate validUntil) {}

    /** The segments of GP care that a tariff may belong to. */
    public SortedSet<String> segments() {
        return new TreeSet<>(
                sql.query("select code from tariff_segment").mapTo(String.class).list());
    }

    /**
     * What stands against these proposals and what they mean, in their order (D37): the maximum of the first day on which
     * one is exceeded, and whether a known contract is paid by a higher tariff on any of its days.
     */
    public List<Judgement> judged(List<TariffProposal> proposals) {
        return sql.query(
                        """
                        select (m.euro * 100)::bigint as euro, m.valid_from, exists (
                            select from tariff t join contract c on c.uzovi = t.uzovi
                            where t.uzovi = p.uzovi and upper_inf(t.known) and t.euro > p.euro
                              and c.valid && (t.valid * daterange(p.valid_from, p.valid_until))) as lowers
                        from unnest(:uzovis, cast(:from as date[]), cast(:until as date[]), cast(:euros as numeric[]))
                            with ordinality as p (uzovi, valid_from, valid_until, euro, number)
                        left join lateral (
                            select euro, lower(valid) as valid_from from maximum_tariff
                            where valid && daterange(p.valid_from, p.valid_until) and euro < p.euro
                            order by valid limit 1) m on true
                        order by p.number
                        """)
                .bind("uzovis", texts(proposals, proposal -> proposal.uzovi().code()))
                .bind("from", texts(proposals, TariffProposal::validFrom))
                .bind("until", texts(proposals, TariffProposal::validUntil))
                .bind("euros", texts(proposals, proposal -> proposal.euro().toBigDecimal()))
                .map((row, context) -> {
                    var from = row.getObject("valid_from", LocalDate.class);
                    var exceeded = from == null ? null : new Maximum(new Euro(row.getLong("euro")), from);
                    return new Judgement(Optional.ofNullable(exceeded), row.getBoolean("lowers"));
                })
                .list();
    }

    /** What a tariff may be at most on a day, where the NZa said so. */
    public Optional<Maximum> findMaximum(LocalDate day) {
        return sql.query(
                        """
                        select (euro * 100)::bigint as euro, lower(valid) as valid_from
                        from maximum_tariff where valid @> :day
                        """)
                .bind("day", day)
                .map((row, context) ->
                        new Maximum(new Euro(row.getLong("euro")), row.getObject("valid_from", LocalDate.class)))
                .findOne();
    }

    private static String[] texts(List<TariffProposal> proposals, Function<TariffProposal, ?> of) {
        return proposals.stream()
                .map(of)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    public void add(List<TariffProposal> proposals) {
        persist(proposals.stream().map(TariffProposalRow::of));
    }

    public void approved(UUID id, Deed approved) {
        findById(id).approved = approved;
    }

    /** Makes a tariff known: what it overlaps stops being known, and the rest of that is written anew. */
    public void makeKnown(TariffProposal proposal, Instant knownFrom) {
        sql.update(
                        """
                        update tariff set known = tstzrange(lower(known), :knownFrom)
                        where uzovi = :uzovi and upper_inf(known)
                          and valid && daterange(:validFrom, cast(:validUntil as date))
                        """)
                .bindMethods(proposal)
                .bind("knownFrom", knownFrom)
                .execute();
        var rests = sql.query(
                        """
                        select proposal_id, euro, first_known_at, lower(rest) as valid_from, upper(rest) as valid_until
                        from tariff cross join unnest(datemultirange(valid)
                            - datemultirange(daterange(:validFrom, cast(:validUntil as date)))) as rest
                        where uzovi = :uzovi and upper(known) = :knownFrom
                        """)
                .bindMethods(proposal)
                .bind("knownFrom", knownFrom)
                .map(ConstructorMapper.of(Rest.class))
                .list();
        for (var rest : rests) {
            addPeriod(proposal.uzovi(), rest, knownFrom);
        }
        var whole = new Rest(
                proposal.id(), proposal.euro().toBigDecimal(), knownFrom, proposal.validFrom(), proposal.validUntil());
        addPeriod(proposal.uzovi(), whole, knownFrom);
    }

    private void addPeriod(Uzovi uzovi, Rest period, Instant knownFrom) {
        sql.update(
                        """
                        insert into tariff (id, proposal_id, uzovi, valid, known, first_known_at, euro)
                        values (:id, :proposalId, :uzovi, daterange(:validFrom, cast(:validUntil as date)),
                            tstzrange(:knownFrom, null), :firstKnownAt, :euro)
                        """)
                .bindMethods(period)
                .bind("id", Ids.at(knownFrom))
                .bind("uzovi", uzovi)
                .bind("knownFrom", knownFrom)
                .execute();
    }

    public Optional<TariffProposal> find(UUID id, Visibility visibility) {
        return visible(id, visibility).firstResultOptional().map(TariffProposalRow::proposal);
    }

    /** The same in its turn: nobody else approves it until this transaction ends. */
    public Optional<TariffProposal> locked(UUID id, Visibility visibility) {
        return visible(id, visibility)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(TariffProposalRow::proposal);
    }

    private PanacheQuery<TariffProposalRow> visible(UUID id, Visibility visibility) {
        var wanted = new Filters().and("id = :id", "id", id).and(visibility.hql(Map.of(Owner.INSURER, "uzovi")));
        return find(wanted.where(), wanted.parameters());
    }

    public Page<TariffProposal> list(Uzovi uzovi, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and(visibility.hql(Map.of(Owner.INSURER, "uzovi")))
                .and("uzovi = :uzovi", "uzovi", uzovi);
        return BY_ID.page(this, wanted, asked).map(TariffProposalRow::proposal);
    }

    /** The periods of each of these proposals that has any, oldest knowledge first. */
    public Map<UUID, List<KnownPeriod>> periods(Collection<UUID> proposals) {
        return sql.query(
                        """
                        select proposal_id, lower(valid) as valid_from, upper(valid) as valid_until,
                               lower(known) as known_from, upper(known) as known_until
                        from tariff where proposal_id = any(:proposals) order by lower(known), lower(valid)
                        """)
                .bind("proposals", proposals.toArray(UUID[]::new))
                .map(ConstructorMapper.of(KnownPeriod.class))
                .collect(Collectors.groupingBy(KnownPeriod::proposalId));
    }
}
