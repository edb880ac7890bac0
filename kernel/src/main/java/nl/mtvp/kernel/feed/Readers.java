package nl.mtvp.kernel.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.rest.limit.ClientLimits;

/**
 * Whoever reads the feed and waits for news. However many wait, one look at the feed serves them all, and none of them
 * holds a thread or a connection meanwhile.
 */
@ApplicationScoped
class Readers {

    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Vertx vertx;
    private final Events events;
    private final Transactions transactions;
    private final ClientLimits limits;
    private final Set<Reader> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();

    Readers(Vertx vertx, Events events, Transactions transactions, ClientLimits limits) {
        this.vertx = vertx;
        this.events = events;
        this.transactions = transactions;
        this.limits = limits;
    }

    /** After which event somebody waits, and how many are wanted. */
    private record Place(long position, int limit) {}

    /** Not a record: each reader is one of its own, though others wait for the same. */
    private static final class Reader {
        private final Place place;
        private final long untilNanos;
        private final UniEmitter<? super List<FeedEvent>> answer;

        Reader(Place place, long untilNanos, UniEmitter<? super List<FeedEvent>> answer) {
            this.place = place;
            this.untilNanos = untilNanos;
            this.answer = answer;
        }

        boolean waitedEnough() {
            return System.nanoTime() >= untilNanos;
        }
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(LOOK_AGAIN_MILLIS, tick -> goOn());
    }

    void stop(@Observes ShutdownEvent stopping) {
        waiting.forEach(reader -> answer(reader, List.of()));
    }

    /**
     * The events after one, in order.
     *
     * @param timeout how long to wait when there are none yet; then none are given
     * @param gone completes when whoever asks has gone
     * @throws InvalidInput if the feed has no such event
     */
    Uni<List<FeedEvent>> next(UUID lastEventId, int limit, Duration timeout, Uni<Void> gone) {
        long until = System.nanoTime() + timeout.toNanos();
        transactions.perform(events::place);
        var place = new Place(transactions.run(() -> positionOf(lastEventId)), limit);
        var there = transactions.run(() -> after(place));
        if (!there.isEmpty() || timeout.isZero()) {
            return Uni.createFrom().item(there);
        }
        limits.waits();
        return Uni.createFrom().emitter(answer -> {
            var reader = new Reader(place, until, answer);
            waiting.add(reader);
            gone.subscribe().with(left -> answer(reader, List.of()));
        });
    }

    private long positionOf(UUID lastEventId) {
        return lastEventId == null
                ? 0
                : events.positionOf(lastEventId)
                        .orElseThrow(() -> new InvalidInput(Fault.inQuery(
                                "lastEventId",
                                "unknown-event",
                                "this feed has no such event; if it was restored from a backup, follow it anew")));
    }

    private void goOn() {
        waiting.stream().filter(Reader::waitedEnough).forEach(reader -> answer(reader, List.of()));
        if (!waiting.isEmpty() && looking.compareAndSet(false, true)) {
            vertx.executeBlocking(this::look).onComplete(looked -> {
                looking.set(false);
                if (looked.failed()) {
                    // Each of them is told so, and asks again.
                    waiting.forEach(reader -> fail(reader, looked.cause()));
                }
            });
        }
    }

    private Void look() {
        transactions.perform(events::place);
        long last = transactions.run(events::lastPosition);
        // Most wait at the end, and so at the same place.
        var news = new HashMap<Place, List<FeedEvent>>();
        for (var reader : waiting) {
            if (reader.place.position() < last) {
                answer(reader, news.computeIfAbsent(reader.place, place -> transactions.run(() -> after(place))));
            }
        }
        return null;
    }

    private List<FeedEvent> after(Place place) {
        return events.after(place.position(), place.limit());
    }

    /** Whoever takes a reader off the list answers it: once. */
    private void answer(Reader reader, List<FeedEvent> news) {
        if (waiting.remove(reader)) {
            reader.answer.complete(news);
        }
    }

    private void fail(Reader reader, Throwable why) {
        if (waiting.remove(reader)) {
            reader.answer.fail(why);
        }
    }
}
