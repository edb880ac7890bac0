package nl.mtvp.contract.offer.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.offer.domain.Basis;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.Offer.Closing;
import nl.mtvp.contract.offer.domain.OfferFilter;
import nl.mtvp.contract.offer.domain.OfferKind;
import nl.mtvp.contract.offer.domain.OfferState;
import nl.mtvp.contract.offer.domain.Pair;
import nl.mtvp.contract.offer.domain.Proposal;
import nl.mtvp.contract.offer.domain.Through;
import nl.mtvp.contract.offer.domain.Turn.End;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.Digests;
import org.jdbi.v3.core.statement.StatementContext;

/** Offers in the database, which holds that a pair has one open offer at most. */
@ApplicationScoped
public class OfferRepository {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "offer.uzovi", Owner.PRACTICE, "offer.agb");

    private final Sql sql;

    OfferRepository(Sql sql) {
        this.sql = sql;
    }

    /** Writes down which open offers of these pairs, never handed over, have lapsed by our clock (D25). */
    public void lapse(Collection<Pair> pairs, Instant now) {
        sql.update(
                        """
                        update offer set state = 'EXPIRED', closed_at = expires_at, closed_through = 'CLOCK'
                        where state = 'PROPOSED' and expires_at <= :now and handed_over_at is null
                          and (uzovi, agb) in (select * from unnest(:uzovis, :agbs))
                        """)
                .bind("now", now)
                .bind("uzovis", texts(pairs, pair -> pair.uzovi().code()))
                .bind("agbs", texts(pairs, pair -> pair.agb().code()))
                .execute();
    }

    /** The pairs among these with an open offer. */
    public Set<Pair> open(Collection<Pair> pairs) {
        return new HashSet<>(sql.query(
                        """
                        select uzovi, agb from offer
                        where state in ('PROPOSED', 'EXPIRING', 'WITHDRAWING')
                          and (uzovi, agb) in (select * from unnest(:uzovis, :agbs))
                        """)
                .bind("uzovis", texts(pairs, pair -> pair.uzovi().code()))
                .bind("agbs", texts(pairs, pair -> pair.agb().code()))
                .map((row, context) -> pair(row))
                .list());
    }

    /** Adds open offers in one batch and answers those that were added: of two for one pair, only the first is. */
    public Set<Offer> add(List<Offer> offers, String proposedBy) {
        var added = new HashSet<Offer>();
        if (offers.isEmpty()) {
            return added;
        }
        var batch = sql.batch(
                """
                insert into offer (id, version, kind, uzovi, agb, starts_on, expires_at, tariff_series, text_version,
                    rho, region, regioplan_version_id, regioplan_content_hash, proposed_at, proposed_by, state,
                    replaces_offer_id)
                values (:id, :version, :kind, :terms.uzovi, :terms.agb, :terms.startsOn, :terms.expiresAt,
                    :terms.tariffSeries, :terms.textVersion, :basis.rho, :basis.region, :basis.regioplanVersionId,
                    :hash, :proposedAt, :by, 'PROPOSED', :replacesOffer)
                on conflict (uzovi, agb) where state in ('PROPOSED', 'EXPIRING', 'WITHDRAWING') do nothing
                """);
        // In one order, so that two callers with the same practices do not lock each other out.
        var inOrder = offers.stream()
                .sorted(Comparator.comparing((Offer offer) -> offer.terms().uzovi())
                        .thenComparing(offer -> offer.terms().agb()))
                .toList();
        for (var offer : inOrder) {
            batch.bindMethods(offer)
                    .bind("hash", HexFormat.of().parseHex(offer.basis().regioplanContentHash()))
                    .bind("by", proposedBy)
                    .bind("replacesOffer", offer.replaces().orElse(null))
                    .add();
        }
        var counts = batch.execute();
        for (int at = 0; at < counts.length; at++) {
            if (counts[at] == 1) {
                added.add(inOrder.get(at));
            }
        }
        return added;
    }

    public Optional<Offer> withId(UUID id, Visibility visibility) {
        return one(id, visibility, "");
    }

    /** The same, its row locked: of two who answer at once, the second sees what the first did. */
    public Optional<Offer> locked(UUID id, Visibility visibility) {
        return one(id, visibility, "for update");
    }

    /** The newest offer of each of these pairs that came to nothing, locked by nobody. */
    public Map<Pair, UUID> lastThatCameToNothing(Collection<Pair> pairs) {
        var last = new HashMap<Pair, UUID>();
        sql.query(
                        """
                        select distinct on (uzovi, agb) uzovi, agb, id from offer
                        where state in ('REFUSED', 'WITHDRAWN', 'EXPIRED')
                          and (uzovi, agb) in (select * from unnest(:uzovis, :agbs))
                        order by uzovi, agb, id desc
                        """)
                .bind("uzovis", texts(pairs, pair -> pair.uzovi().code()))
                .bind("agbs", texts(pairs, pair -> pair.agb().code()))
                .map((row, context) -> Map.entry(pair(row), row.getObject("id", UUID.class)))
                .forEach(entry -> last.put(entry.getKey(), entry.getValue()));
        return last;
    }

    /** The open offers of a pair, locked. */
    public List<Offer> lockedOpen(Pair pair) {
        return sql.query(
                        """
                        select * from offer where uzovi = :uzovi and agb = :agb
                          and state in ('PROPOSED', 'EXPIRING', 'WITHDRAWING') order by id for update
                        """)
                .bindMethods(pair)
                .map(OfferRepository::offer)
                .list();
    }

    /** Some offers, never handed over or handed over, that are past their expiry and not recorded so; claimed. */
    public List<Offer> claimPastExpiry(Instant now, int limit) {
        return sql.query(
                        """
                        select * from offer where state = 'PROPOSED' and expires_at <= :now
                        order by expires_at limit :limit for update skip locked
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(OfferRepository::offer)
                .list();
    }

    /**
     * Hands open offers over to the portal, which decides from now on, and answers those of these that were, now or
     * before. One that was closed, or is past its expiry, is not handed over.
     */
    public Set<UUID> handOver(Collection<UUID> ids, Instant now) {
        sql.update(
                        """
                        with open as (
                            select id from offer where id = any(:ids) and handed_over_at is null
                              and state = 'PROPOSED' and expires_at > :now
                            order by id for update)
                        update offer set handed_over_at = :now from open where offer.id = open.id
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("now", now)
                .execute();
        return new HashSet<>(sql.query("select id from offer where id = any(:ids) and handed_over_at is not null")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .list());
    }

    /** Writes down the state of an offer and, when it ended, how and by whose hand. The caller holds its lock. */
    public void turn(Offer turned, String by) {
        turn(turned, by, turned.closing().flatMap(Closing::reason));
    }

    /** The same for an offer that its insurer wants back: who and why are kept until the portal has answered. */
    public void turn(Offer turned, String by, Optional<String> reason) {
        sql.update(
                        """
                        update offer set state = :state, closed_at = :at, closed_through = :through,
                            closed_by = case when :state = 'WITHDRAWN' then coalesce(closed_by, :by) else :by end,
                            closed_reason = case when :state = 'WITHDRAWN' then coalesce(closed_reason, :reason)
                                else :reason end
                        where id = :id
                        """)
                .bind("state", turned.recorded().name())
                .bind("at", turned.closing().map(Closing::at).orElse(null))
                .bind(
                        "through",
                        turned.closing()
                                .map(closing -> closing.how().through().name())
                                .orElse(null))
                .bind("by", by)
                .bind("reason", reason.orElse(null))
                .bind("id", turned.id())
                .execute();
    }

    /** Writes down that an offer stays open for longer, and by whose hand. The caller holds its lock. */
    public void extend(Offer before, Offer extended, Signature by) {
        sql.update(
                        """
                        insert into offer_extension (offer_id, version, expired_at, expires_at, extended_by,
                            extended_with, extended_at)
                        values (:id, :version, :expiredAt, :terms.expiresAt, :by.subject, :by.client, :by.at)
                        """)
                .bindMethods(extended)
                .bind("expiredAt", before.terms().expiresAt())
                .bindMethods("by", by)
                .execute();
        sql.update("update offer set version = :version, expires_at = :terms.expiresAt where id = :id")
                .bindMethods(extended)
                .execute();
    }

    /** Offers in the order in which they were made; a state is the one at this moment. */
    public List<Offer> after(OfferFilter filter, Visibility visibility, Instant now, UUID after, int limit) {
        var visible = visibility.of(OWNERS);
        return sql.query(
                        """
                        select * from offer
                        where <visible>
                          and (cast(:uzovi as text) is null or uzovi = :uzovi)
                          and (cast(:agb as text) is null or agb = :agb)
                          and (cast(:state as text) is null or :state = case
                              when state <> 'PROPOSED' or expires_at > :now then state
                              when handed_over_at is null then 'EXPIRED' else 'EXPIRING' end)
                          and (cast(:after as uuid) is null or id > :after)
                        order by id limit :limit
                        """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("uzovi", filter.uzovi().map(Uzovi::code).orElse(null))
                .bind("agb", filter.agb().map(Agb::code).orElse(null))
                .bind("state", filter.state().map(OfferState::name).orElse(null))
                .bind("now", now)
                .bind("after", after)
                .bind("limit", limit)
                .map(OfferRepository::offer)
                .list();
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(new Uzovi(row.getString("uzovi")), new Agb(row.getString("agb")));
    }

    private Optional<Offer> one(UUID id, Visibility visibility, String lock) {
        var visible = visibility.of(OWNERS);
        return sql.query("select * from offer where id = :id and <visible> <lock>")
                .define("visible", visible.sql())
                .define("lock", lock)
                .bindMap(visible.parameters())
                .bind("id", id)
                .map(OfferRepository::offer)
                .findOne();
    }

    private static Offer offer(ResultSet row, StatementContext context) throws SQLException {
        var terms = new Proposal(
                new Uzovi(row.getString("uzovi")),
                new Agb(row.getString("agb")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("tariff_series"),
                row.getString("text_version"));
        var basis = new Basis(
                row.getString("rho"),
                row.getString("region"),
                row.getObject("regioplan_version_id", UUID.class),
                Digests.hex(row.getBytes("regioplan_content_hash")));
        var closedAt = row.getObject("closed_at", OffsetDateTime.class);
        var reason = Optional.ofNullable(row.getString("closed_reason"));
        return new Offer(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                OfferKind.valueOf(row.getString("kind")),
                terms,
                basis,
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                OfferState.valueOf(row.getString("state")),
                row.getObject("handed_over_at") != null,
                Optional.ofNullable(row.getObject("replaces_offer_id", UUID.class)),
                closedAt == null
                        ? Optional.empty()
                        : Optional.of(new Closing(
                                new End(closedAt.toInstant(), Through.valueOf(row.getString("closed_through"))),
                                reason)));
    }

    private static String[] texts(Collection<Pair> pairs, Function<Pair, String> text) {
        return pairs.stream().map(text).toArray(String[]::new);
    }
}
