package nl.mtvp.contract.portal.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.portal.domain.OutgoingMessage;
import nl.mtvp.contract.portal.domain.PortalMessage;
import nl.mtvp.contract.portal.domain.PortalMessage.MessageFilter;
import nl.mtvp.contract.portal.domain.PortalMessage.Problem;
import nl.mtvp.contract.portal.domain.SentVersion;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.json.Digests;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The portal's messages in the database: kept once, claimed by one replica, delivered in their order, and shown to the
 * insurer whose offer they are about.
 */
@ApplicationScoped
public class PortalMessageRepository {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "portal_message.uzovi");

    private static final RowMapper<PortalMessage> MESSAGE = ConstructorMapper.of(PortalMessage.class);
    private static final Order<PortalMessage> BY_ID = Order.by("id", Uuids::of, PortalMessage::id);

    private final Sql sql;

    PortalMessageRepository(Sql sql) {
        this.sql = sql;
    }

    /** Keeps messages to the portal, due at once. */
    public void add(List<OutgoingMessage> messages, Instant now) {
        if (messages.isEmpty()) {
            return;
        }
        var batch = sql.batch(
                """
                insert into portal_message (id, direction, message_id, kind, offer_id, offer_version, uzovi, agb,
                    content, digest, offer_digest, expires_at, recorded_at, state, next_attempt_at)
                values (:messageId, 'OUTGOING', :messageId, :kind, :offer.id, :offer.version, :offer.terms.uzovi,
                    :offer.terms.agb, :content, :digest, :offerDigest, :expiresAt, :now, 'PENDING', :now)
                """);
        for (var message : messages) {
            var version = message.version();
            var offerDigest = version.map(SentVersion::offerDigest).map(HexFormat.of()::parseHex);
            batch.bindMethods(message)
                    .bind("digest", digest(message.content()))
                    .bind("offerDigest", offerDigest.orElse(null))
                    .bind("expiresAt", version.map(SentVersion::expiresAt).orElse(null))
                    .bind("now", now)
                    .add();
        }
        batch.execute();
    }

    /** Keeps a message from the portal with what became of it; false when its id was kept before. */
    public boolean add(PortalMessage message) {
        int added = sql.update(
                        """
                        insert into portal_message (id, direction, message_id, kind, offer_id, offer_version, uzovi, agb,
                            sent_by, content, digest, recorded_at, state, settled_at, problem_code, problem)
                        values (:id, 'INCOMING', :messageId, :kind, :offerId, :offerVersion, :uzovi, :agb,
                            :sentBy, :content, :digest, :recordedAt, :state, :recordedAt, :problemCode, :problem)
                        on conflict (direction, message_id) do nothing
                        """)
                .bindMethods(message)
                .bind("digest", digest(message.content()))
                .execute();
        return added == 1;
    }

    /** The message of the portal with this id of its making. */
    public Optional<PortalMessage> findIncoming(UUID messageId) {
        return sql.query("select * from portal_message where direction = 'INCOMING' and message_id = :messageId")
                .bind("messageId", messageId)
                .map(MESSAGE)
                .findOne();
    }

    /** A version of an offer as it was written for the portal. */
    public Optional<SentVersion> findVersion(UUID offerId, int version) {
        return sql.query(
                        """
                        select offer_digest, expires_at from portal_message
                        where offer_id = :offerId and offer_version = :version and offer_digest is not null
                        order by sequence limit 1
                        """)
                .bind("offerId", offerId)
                .bind("version", version)
                .map((row, context) -> new SentVersion(
                        Digests.hex(row.getBytes("offer_digest")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    /** Whether the portal has given a receipt for some version of an offer; empty if nothing was written for it. */
    public Optional<Boolean> findWhetherDelivered(UUID offerId) {
        return sql.query(
                        """
                        select bool_or(state = 'DELIVERED') as delivered from portal_message
                        where offer_id = :offerId and direction = 'OUTGOING' and kind in ('OFFER', 'EXTENSION')
                        """)
                .bind("offerId", offerId)
                .map((row, context) -> Optional.ofNullable(row.getObject("delivered", Boolean.class)))
                .one();
    }

    /** Takes back versions of an offer that have no receipt yet: a newer one goes instead. */
    public void cancelVersions(UUID offerId, Instant now) {
        sql.update(
                        """
                        update portal_message set state = 'CANCELLED', next_attempt_at = null, settled_at = :now
                        where offer_id = :offerId and direction = 'OUTGOING' and kind in ('OFFER', 'EXTENSION')
                          and state = 'PENDING'
                        """)
                .bind("offerId", offerId)
                .bind("now", now)
                .execute();
    }

    /**
     * The offers that wait for the portal's word, with the last contact about each: a receipt, a message from there, or
     * else the request itself. Only where that is before a moment.
     */
    public Map<UUID, Instant> silentSince(Instant before, int limit) {
        return sql.query(
                        """
                        select offer_id, greatest(
                            max(settled_at) filter (where direction = 'INCOMING' or m.state = 'DELIVERED'),
                            max(recorded_at)) as last_contact_at
                        from portal_message m join offer on offer.id = m.offer_id
                        where offer.state in ('EXPIRING', 'WITHDRAWING')
                        group by offer_id
                        having greatest(
                            max(settled_at) filter (where direction = 'INCOMING' or m.state = 'DELIVERED'),
                            max(recorded_at)) < :before
                        order by offer_id limit :limit
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> Map.entry(
                        row.getObject("offer_id", UUID.class),
                        row.getObject("last_contact_at", OffsetDateTime.class).toInstant()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Messages in the order in which they were recorded. */
    public Page<PortalMessage> list(MessageFilter filter, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and(visibility.of(OWNERS))
                .and("state = :state", "state", filter.state())
                .and("direction = :direction", "direction", filter.direction())
                .and("offer_id = :offerId", "offerId", filter.offerId());
        return BY_ID.page(sql, "select * from portal_message", wanted, asked, MESSAGE);
    }

    /** The message, if it is there for who asks. */
    public Optional<PortalMessage> find(UUID id, Visibility visibility) {
        return one(id, visibility, "");
    }

    /** The same, its row locked. */
    public Optional<PortalMessage> locked(UUID id, Visibility visibility) {
        return one(id, visibility, "for update");
    }

    /**
     * Claims some messages that are due, for as long as a delivery can take: each offer's in their order, and nothing
     * about an offer that could not be delivered at all.
     */
    public List<PortalMessage> claim(Instant now, Instant until, int limit) {
        return sql.query(
                        """
                        with due as (
                            select id from portal_message m
                            where state = 'PENDING' and next_attempt_at <= :now
                              and (claimed_until is null or claimed_until <= :now)
                              and not exists (
                                  select from portal_message earlier
                                  where earlier.offer_id = m.offer_id and earlier.sequence < m.sequence
                                    and earlier.direction = 'OUTGOING' and (earlier.state = 'PENDING'
                                        or earlier.state = 'DEAD_LETTER' and earlier.kind = 'OFFER'))
                            order by next_attempt_at, sequence limit :limit for update skip locked)
                        update portal_message set attempts = attempts + 1, claimed_until = :until
                        from due where portal_message.id = due.id
                        returning portal_message.*
                        """)
                .bind("now", now)
                .bind("until", until)
                .bind("limit", limit)
                .map(MESSAGE)
                .list();
    }

    /** Messages that need not go any more: their offers were closed before the portal had them. */
    public void cancel(Collection<UUID> ids, Instant now) {
        sql.update(
                        """
                        update portal_message set state = 'CANCELLED', next_attempt_at = null, claimed_until = null,
                            attempts = attempts - 1, settled_at = :now
                        where id = any(:ids) and state = 'PENDING'
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("now", now)
                .execute();
    }

    /** Messages that the portal gave its receipt for, also when they were taken back meanwhile. */
    public void delivered(Collection<UUID> ids, Instant now) {
        sql.update(
                        """
                        update portal_message set state = 'DELIVERED', next_attempt_at = null, claimed_until = null,
                            settled_at = :now, problem_code = null, problem = null
                        where id = any(:ids) and state <> 'DELIVERED'
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("now", now)
                .execute();
    }

    public void tryAgain(UUID id, Instant nextAttemptAt, Problem problem) {
        sql.update(
                        """
                        update portal_message set next_attempt_at = :next, claimed_until = null,
                            problem_code = :code, problem = :detail
                        where id = :id and state = 'PENDING'
                        """)
                .bind("id", id)
                .bind("next", nextAttemptAt)
                .bindMethods(problem)
                .execute();
    }

    public void giveUp(UUID id, Instant now, Problem problem) {
        sql.update(
                        """
                        update portal_message set state = 'DEAD_LETTER', next_attempt_at = null, claimed_until = null,
                            settled_at = :now, problem_code = :code, problem = :detail
                        where id = :id and state = 'PENDING'
                        """)
                .bind("id", id)
                .bind("now", now)
                .bindMethods(problem)
                .execute();
    }

    /** Writes down that a person has a dead letter tried again; a message to the portal is due at once. */
    public void replay(PortalMessage message, UUID replayId, String reason, Signature by) {
        sql.update(
                        """
                        insert into portal_replay (id, message_id, reason, replayed_by, replayed_with, replayed_at)
                        values (:id, :messageId, :reason, :subject, :client, :at)
                        """)
                .bind("id", replayId)
                .bind("messageId", message.id())
                .bind("reason", reason)
                .bindMethods(by)
                .execute();
        sql.update(
                        """
                        update portal_message set problem_code = null, problem = null, attempts = 0,
                            state = case direction when 'OUTGOING' then 'PENDING' else 'APPLIED' end,
                            next_attempt_at = case direction when 'OUTGOING' then cast(:at as timestamptz) end,
                            settled_at = case direction when 'INCOMING' then cast(:at as timestamptz) end
                        where id = :id
                        """)
                .bind("id", message.id())
                .bind("at", by.at())
                .execute();
    }

    private static byte[] digest(String content) {
        return Digests.sha256(content.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<PortalMessage> one(UUID id, Visibility visibility, String lock) {
        var visible = visibility.of(OWNERS);
        return sql.query("select * from portal_message where id = :id and <visible> <lock>")
                .define("visible", visible.sql())
                .define("lock", lock)
                .bindMap(visible.parameters())
                .bind("id", id)
                .map(MESSAGE)
                .findOne();
    }
}
