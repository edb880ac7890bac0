package nl.mtvp.kernel.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.json.KeptJson;

/**
 * Takes in the events of a neighbour's feed, each exactly once: its effect, its place in the inbox and the new position
 * are one transaction.
 */
@ApplicationScoped
public class Inbox {

    private final Sql sql;
    private final Transactions transactions;
    private final KeptJson json;
    private final Clock clock;

    Inbox(Sql sql, Transactions transactions, KeptJson json, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** The last event of a feed that took effect here. */
    public Optional<UUID> lastEventId(String feed) {
        return transactions.run(() -> lastEventId(feed, ""));
    }

    /**
     * Applies the events that follow {@code after}, each in a transaction of its own. Does nothing when another replica
     * was faster.
     */
    public void take(FeedHandler handler, Optional<UUID> after, List<FeedEvent> batch) {
        var last = after;
        for (var event : batch) {
            var expected = last;
            boolean taken = transactions.run(() -> take(handler, expected, event));
            if (!taken) {
                return;
            }
            last = Optional.of(event.id());
        }
    }

    /**
     * Applies everything in the inbox again, in its order and with its recording times. The caller has emptied the
     * projection in this transaction.
     */
    public void replay(FeedHandler handler) {
        var arrivals = sql.query(
                        """
                        select event_id, type, subject, time, data::text as data, recorded_at
                        from inbox where feed = :feed order by number
                        """)
                .bind("feed", handler.feed())
                .setFetchSize(1_000)
                .map((row, context) -> new Arrival(
                        new FeedEvent(
                                row.getObject("event_id", UUID.class),
                                row.getString("type"),
                                row.getString("subject"),
                                row.getObject("time", OffsetDateTime.class).toInstant(),
                                json.tree(row.getString("data"))),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
        try (var stream = arrivals.stream()) {
            stream.forEach(arrival -> handler.apply(arrival.event(), arrival.recordedAt()));
        }
    }

    private record Arrival(FeedEvent event, Instant recordedAt) {}

    private boolean take(FeedHandler handler, Optional<UUID> after, FeedEvent event) {
        sql.update("insert into feed_position (feed) values (:feed) on conflict do nothing")
                .bind("feed", handler.feed())
                .execute();
        if (!lastEventId(handler.feed(), "for update").equals(after)) {
            return false;
        }
        var recordedAt = handler.recordingTime(event, clock.instant());
        handler.apply(event, recordedAt);
        sql.update(
                        """
                        insert into inbox (feed, event_id, type, subject, time, data, recorded_at)
                        values (:feed, :id, :type, :subject, :time, cast(:data as jsonb), :recordedAt)
                        """)
                .bind("feed", handler.feed())
                .bind("id", event.id())
                .bind("type", event.type())
                .bind("subject", event.subject())
                .bind("time", event.time())
                .bind("data", json.written(event.data()))
                .bind("recordedAt", recordedAt)
                .execute();
        sql.update("update feed_position set last_event_id = :id, events = events + 1 where feed = :feed")
                .bind("id", event.id())
                .bind("feed", handler.feed())
                .execute();
        return true;
    }

    private Optional<UUID> lastEventId(String feed, String lock) {
        return sql.query("select last_event_id from feed_position where feed = :feed <lock>")
                .define("lock", lock)
                .bind("feed", feed)
                .map((row, context) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .findOne()
                .flatMap(id -> id);
    }
}
