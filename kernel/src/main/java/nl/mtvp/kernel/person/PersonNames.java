package nl.mtvp.kernel.person;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.db.BeforeCommit;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.rest.command.CurrentCommand;

/**
 * What those who act here are called: the name that the token gave, kept with what it did, in the same transaction. All
 * of them are in memory, for there are few, and a page of answers names many.
 */
@ApplicationScoped
public class PersonNames implements BeforeCommit {

    private static final long LOOK_AGAIN_MILLIS = 1_000;

    /** So many rows that were numbered earlier may be committed later. */
    private static final long OVERLAP = 100;

    private final Vertx vertx;
    private final Caller caller;
    private final Sql sql;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<String, NavigableMap<Instant, String>> names = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long newest;

    PersonNames(Vertx vertx, Caller caller, Sql sql, Transactions transactions, Clock clock) {
        this.vertx = vertx;
        this.caller = caller;
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Row(long sequence, String subject, Instant knownFrom, String name) {}

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(LOOK_AGAIN_MILLIS, tick -> {
            if (looking.compareAndSet(false, true)) {
                vertx.executeBlocking(this::look).onComplete(looked -> looking.set(false));
            }
        });
    }

    /**
     * What a subject was called at a moment, or first called after it; empty for one whose tokens gave no name.
     *
     * @param at null for now
     */
    public Optional<String> nameOf(String subject, Instant at) {
        var called = names.get(subject);
        if (called == null) {
            return Optional.empty();
        }
        var then = at == null ? called.lastEntry() : called.floorEntry(at);
        return Optional.of((then == null ? called.firstEntry() : then).getValue());
    }

    /** Keeps the name of whoever commands, unless it is known. */
    @Override
    public void beforeCommit() {
        if (!CurrentCommand.isUnderWay() || caller.isNobody()) {
            return;
        }
        var subject = caller.actor().subject();
        caller.name()
                .filter(name -> !nameOf(subject, null).equals(Optional.of(name)))
                .ifPresent(name -> sql.update(
                                """
                        insert into person_name (subject, known_from, name)
                        select :subject, :now, :name
                        where :name is distinct from (
                            select name from person_name where subject = :subject order by known_from desc limit 1)
                        on conflict do nothing
                        """)
                        .bind("subject", subject)
                        .bind("now", clock.instant())
                        .bind("name", name)
                        .execute());
    }

    private Void look() {
        transactions
                .run(() -> sql.query("select * from person_name where sequence > :seen")
                        .bind("seen", newest - OVERLAP)
                        .map((row, context) -> new Row(
                                row.getLong("sequence"),
                                row.getString("subject"),
                                row.getObject("known_from", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("name")))
                        .list())
                .forEach(this::learn);
        return null;
    }

    private void learn(Row row) {
        names.computeIfAbsent(row.subject(), first -> new ConcurrentSkipListMap<>())
                .put(row.knownFrom(), row.name());
        newest = Math.max(newest, row.sequence());
    }
}
