package nl.mtvp.kernel.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.json.KeptJson;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * This service's own feed. An event is written in the transaction of its fact; it gets its position in the feed after
 * the commit, in the order of the sequence numbers, from whoever reads next (one reader at a time, on any replica).
 *
 * <p>Two events of one aggregate keep their order when the writer holds the aggregate's row lock first.
 */
@ApplicationScoped
public class Events {

    /** The publisher's advisory lock, the same on all replicas. */
    static final long PUBLISHER = 0x6d747670_66656564L;

    /** Bytes of data: an answer that nobody reads stands in memory. */
    static final int ANSWER_MAX = 1 << 18;

    private final Sql sql;
    private final KeptJson json;

    Events(Sql sql, KeptJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** Writes an event into the running transaction. {@code loggedAt} becomes its CloudEvents time. */
    public UUID publish(NewEvent event, Instant loggedAt) {
        return publish(List.of(event), loggedAt).get(0);
    }

    /** Writes several events, in their order, in one batch. */
    public List<UUID> publish(List<NewEvent> several, Instant loggedAt) {
        var ids = new ArrayList<UUID>();
        if (several.isEmpty()) {
            return ids;
        }
        var batch = sql.batch(
                """
                with logged as (
                    insert into event (id, type, subject, time, data)
                    values (:id, :type, :subject, :time, cast(:data as jsonb))
                    returning sequence)
                insert into event_unplaced select sequence from logged
                """);
        for (var event : several) {
            var id = Ids.at(loggedAt);
            ids.add(id);
            batch.bind("id", id)
                    .bind("type", event.type())
                    .bind("subject", event.subject())
                    .bind("time", loggedAt)
                    .bind("data", json.written(event.data()))
                    .add();
        }
        batch.execute();
        return ids;
    }

    /** Gives committed events their positions. READ COMMITTED: the lock is a statement of its own, then the insert. */
    void place() {
        boolean any = sql.query("select exists (select from event_unplaced)")
                .mapTo(Boolean.class)
                .one();
        if (!any) {
            return;
        }
        sql.query("select pg_advisory_xact_lock(:lock)")
                .bind("lock", PUBLISHER)
                .mapToMap()
                .list();
        sql.execute(
                """
                with placed as (delete from event_unplaced returning sequence)
                insert into event_position (position, sequence)
                select (select coalesce(max(position), 0) from event_position)
                       + row_number() over (order by sequence), sequence
                from placed
                """);
    }

    /** The position of an event in the feed, if it has one. */
    Optional<Long> positionOf(UUID id) {
        return sql.query("select position from event_position join event using (sequence) where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne();
    }

    /** The position of the newest event that has one; 0 when there is none. */
    long lastPosition() {
        return sql.query("select coalesce(max(position), 0) from event_position")
                .mapTo(Long.class)
                .one();
    }

    /** The next events, at least one if there is any: so many, or as many as an answer has room for ({@link #ANSWER_MAX}). */
    List<FeedEvent> after(long position, int limit) {
        return sql.query(
                        """
                        select id, type, subject, time, data::text as data
                        from (select position, sequence, sum(octet_length(data::text))
                                over (order by position) - octet_length(data::text) as before
                              from (select * from event_position where position > :position
                                    order by position limit :limit) p join event using (sequence)) p
                             join event using (sequence)
                        where before < :room order by position
                        """)
                .bind("position", position)
                .bind("limit", limit)
                .bind("room", ANSWER_MAX)
                .map(this::event)
                .list();
    }

    /** What was told of these subjects, in the order in which it was written; also what has no position yet. */
    public List<FeedEvent> about(Collection<String> subjects) {
        return sql.query(
                        """
                        select id, type, subject, time, data::text as data
                        from event where subject = any(:subjects) order by sequence
                        """)
                .bind("subjects", subjects.toArray(String[]::new))
                .map(this::event)
                .list();
    }

    private FeedEvent event(ResultSet row, StatementContext context) throws SQLException {
        return new FeedEvent(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                json.tree(row.getString("data")));
    }
}
