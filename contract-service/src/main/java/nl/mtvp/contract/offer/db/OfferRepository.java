package nl.mtvp.contract.offer.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.Offer.Closing;
import nl.mtvp.contract.offer.domain.OfferFilter;
import nl.mtvp.contract.offer.domain.OfferState;
import nl.mtvp.contract.offer.domain.Pair;
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
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/**
 * Offers in the database, which holds that a pair has one open offer at most. What is done to many at once is a statement,
 * and no transaction that does it has read one of them before.
 */
@ApplicationScoped
public class OfferRepository implements PanacheRepositoryBase<OfferRow, UUID> {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "uzovi", Owner.PRACTICE, "agb");

    private static final List<OfferState> OPEN =
            Stream.of(OfferState.values()).filter(OfferState::isOpen).toList();

    private static final Order<OfferRow> BY_ID = Order.by("id", Uuids::of, row -> row.id);

    /** Pair assertion of OfferLife.at. */
    private static final String STATE =
            """
            :state = case when state <> PROPOSED or expiresAt > :now then cast(state as String)
                when handedOverAt is null then 'EXPIRED' else 'EXPIRING' end
            """;

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

    /** The offer, if it is there for who asks. */
    public Optional<Offer> find(UUID id, Visibility visibility) {
        return one(id, visibility).map(OfferRow::offer);
    }

    /**
     * The same, its row locked: of two who answer at once, the second sees what the first did, also where its
     * transaction had seen the offer before.
     */
    public Optional<Offer> locked(UUID id, Visibility visibility) {
        return one(id, visibility).map(row -> {
            getEntityManager().refresh(row, LockModeType.PESSIMISTIC_WRITE);
            return row.offer();
        });
    }

    /** The newest offer of each of these pairs that came to nothing, locked by nobody. */
    public Map<Pair, UUID> lastThatCameToNothing(Collection<Pair> pairs) {
        return sql.query(
                        """
                        select distinct on (uzovi, agb) uzovi, agb, id from offer
                        where state in ('REFUSED', 'WITHDRAWN', 'EXPIRED')
                          and (uzovi, agb) in (select * from unnest(:uzovis, :agbs))
                        order by uzovi, agb, id desc
                        """)
                .bind("uzovis", texts(pairs, pair -> pair.uzovi().code()))
                .bind("agbs", texts(pairs, pair -> pair.agb().code()))
                .map((row, context) -> Map.entry(pair(row), row.getObject("id", UUID.class)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The open offers of a pair, locked. */
    public List<Offer> lockedOpen(Pair pair) {
        return find("uzovi = ?1 and agb = ?2 and state in ?3 order by id", pair.uzovi(), pair.agb(), OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .map(OfferRow::offer)
                .toList();
    }

    /** Some offers, never handed over or handed over, that are past their expiry and not recorded so; claimed. */
    public List<Offer> claimPastExpiry(Instant now, int limit) {
        return find("state = ?1 and expiresAt <= ?2 order by expiresAt", OfferState.PROPOSED, now)
                .range(0, limit - 1)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .stream()
                .map(OfferRow::offer)
                .toList();
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
        findById(turned.id()).turn(turned, by, reason.orElse(null));
    }

    /** Writes down that an offer stays open for longer, and by whose hand. The caller holds its lock. */
    public void extend(Offer before, Offer extended, Signature by) {
        getEntityManager().persist(new OfferRow.ExtensionRow(before, extended, by));
        var row = findById(extended.id());
        row.version = extended.version();
        row.expiresAt = extended.terms().expiresAt();
    }

    /** Offers in the order in which they were made; a state is the one at this moment. */
    public Page<Offer> list(OfferFilter filter, Visibility visibility, Instant now, PageRequest asked) {
        var wanted = new Filters()
                .and(visibility.hql(OWNERS))
                .and("uzovi = :uzovi", "uzovi", filter.uzovi())
                .and("agb = :agb", "agb", filter.agb());
        if (filter.state() != null) {
            wanted.and(STATE, "state", filter.state().name()).with("now", now);
        }
        return BY_ID.page(this, wanted, asked).map(OfferRow::offer);
    }

    private Optional<OfferRow> one(UUID id, Visibility visibility) {
        var wanted = new Filters().and("id = :id", "id", id).and(visibility.hql(OWNERS));
        return find(wanted.where(), wanted.parameters()).firstResultOptional();
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(new Uzovi(row.getString("uzovi")), new Agb(row.getString("agb")));
    }

    private static String[] texts(Collection<Pair> pairs, Function<Pair, String> text) {
        return pairs.stream().map(text).toArray(String[]::new);
    }
}
