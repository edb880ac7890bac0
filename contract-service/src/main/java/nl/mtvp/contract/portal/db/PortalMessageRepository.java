package nl.mtvp.contract.portal.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.portal.domain.Direction;
import nl.mtvp.contract.portal.domain.MessageFilter;
import nl.mtvp.contract.portal.domain.MessageState;
import nl.mtvp.contract.portal.domain.OutgoingMessage;
import nl.mtvp.contract.portal.domain.PortalMessage;
import nl.mtvp.contract.portal.domain.PortalMessage.Problem;
import nl.mtvp.contract.portal.domain.SentVersion;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.Digests;
import org.jdbi.v3.core.statement.StatementContext;

/** The portal's messages in the database: kept once, and shown to the insurer whose offer they are about. */
@ApplicationScoped
public class PortalMessageRepository {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "portal_message.uzovi");

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
                values (:id, 'OUTGOING', :id, :kind, :offerId, :offerVersion, :uzovi, :agb,
                    :content, :digest, :offerDigest, :expiresAt, :now, 'PENDING', :now)
                """);
        for (var message : messages) {
            var offer = message.offer();
            batch.bind("id", message.messageId())
                    .bind("kind", message.kind().name())
                    .bind("offerId", offer.id())
                    .bind("offerVersion", offer.version())
                    .bind("uzovi", offer.terms().uzovi())
                    .bind("agb", offer.terms().agb())
                    .bind("content", message.content())
                    .bind("digest", digest(message.content()))
                    .bind(
                            "offerDigest",
                            message.version()
                                    .map(version -> HexFormat.of().parseHex(version.offerDigest()))
                                    .orElse(null))
                    .bind(
                            "expiresAt",
                            message.version().map(SentVersion::expiresAt).orElse(null))
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
                .bind("id", message.id())
                .bind("messageId", message.messageId())
                .bind("kind", message.kind())
                .bind("offerId", message.offerId())
                .bind("offerVersion", message.offerVersion())
                .bind("uzovi", message.uzovi().map(Uzovi::code).orElse(null))
                .bind("agb", message.agb().map(Agb::code).orElse(null))
                .bind("sentBy", message.sentBy().orElseThrow())
                .bind("content", message.content())
                .bind("digest", digest(message.content()))
                .bind("recordedAt", message.recordedAt())
                .bind("state", message.state().name())
                .bind("problemCode", message.problem().map(Problem::code).orElse(null))
                .bind("problem", message.problem().map(Problem::detail).orElse(null))
                .execute();
        return added == 1;
    }

    /** The message of the portal with this id of its making. */
    public Optional<PortalMessage> incoming(UUID messageId) {
        return sql.query("select * from portal_message where direction = 'INCOMING' and message_id = :messageId")
                .bind("messageId", messageId)
                .map(PortalMessageRepository::message)
                .findOne();
    }

    /** A version of an offer as it was written for the portal. */
    public Optional<SentVersion> version(UUID offerId, int version) {
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
    public Optional<Boolean> isDelivered(UUID offerId) {
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

    public List<PortalMessage> after(MessageFilter filter, Visibility visibility, UUID after, int limit) {
        var visible = visibility.of(OWNERS);
        return sql.query(
                        """
                        select * from portal_message
                        where <visible>
                          and (cast(:state as text) is null or state = :state)
                          and (cast(:direction as text) is null or direction = :direction)
                          and (cast(:offerId as uuid) is null or offer_id = :offerId)
                          and (cast(:after as uuid) is null or id > :after)
                        order by id limit :limit
                        """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("state", filter.state().map(MessageState::name).orElse(null))
                .bind("direction", filter.direction().map(Direction::name).orElse(null))
                .bind("offerId", filter.offerId().orElse(null))
                .bind("after", after)
                .bind("limit", limit)
                .map(PortalMessageRepository::message)
                .list();
    }

    public Optional<PortalMessage> withId(UUID id, Visibility visibility) {
        return one(id, visibility, "");
    }

    /** The same, its row locked. */
    public Optional<PortalMessage> locked(UUID id, Visibility visibility) {
        return one(id, visibility, "for update");
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
                .map(PortalMessageRepository::message)
                .findOne();
    }

    static PortalMessage message(ResultSet row, StatementContext context) throws SQLException {
        var code = row.getString("problem_code");
        return new PortalMessage(
                row.getObject("id", UUID.class),
                Direction.valueOf(row.getString("direction")),
                row.getObject("message_id", UUID.class),
                row.getString("kind"),
                row.getObject("offer_id", UUID.class),
                row.getInt("offer_version"),
                Optional.ofNullable(row.getString("uzovi")).map(Uzovi::new),
                Optional.ofNullable(row.getString("agb")).map(Agb::new),
                Optional.ofNullable(row.getString("sent_by")),
                row.getString("content"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                MessageState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                moment(row, "next_attempt_at"),
                moment(row, "settled_at"),
                code == null ? Optional.empty() : Optional.of(new Problem(code, row.getString("problem"))));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
