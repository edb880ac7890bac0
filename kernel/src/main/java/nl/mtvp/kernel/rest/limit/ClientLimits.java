package nl.mtvp.kernel.rest.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Caller;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Shares this service among its clients: what one of them asks for at once never takes what the others need. A client is a
 * program and who uses it, as the token names them; whoever needs no token is no client, and asks for little.
 */
@ApplicationScoped
public class ClientLimits {

    static final String REFUSED = "mtvp.requests.too_many";

    /** More of one client's are worked on at once on no machine: the others need the database's connections. */
    private static final int WORKERS_MAX = 12;

    private static final String READS = ClientLimits.class.getName() + ".reads";
    private static final String LEFT = ClientLimits.class.getName() + ".left";

    private final Vertx vertx;
    private final Caller caller;
    private final LimitsConfig config;
    private final int workers;
    private final Turns<Actor> turns;
    private final Turns<Actor> readerTurns;
    private final Map<Work, Places<Actor>> places = new EnumMap<>(Work.class);
    private final MeterRegistry metrics;

    ClientLimits(Vertx vertx, Caller caller, LimitsConfig config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.caller = caller;
        this.config = config;
        this.metrics = metrics;
        this.workers = config.clientWorkers()
                .orElse(Math.min(WORKERS_MAX, 2 * Runtime.getRuntime().availableProcessors()));
        this.turns = new Turns<>(workers, config.clientRequests());
        this.readerTurns = new Turns<>(config.clientReadersReading(), config.clientReaders());
        places.put(Work.HEAVY, new Places<>(config.clientHeavy(), config.heavy()));
        places.put(Work.UPLOAD, new Places<>(config.clientUploads(), config.uploads()));
        places.put(Work.READER, new Places<>(config.clientReaders(), config.readers()));
    }

    /** How many requests of one client are worked on at once. */
    int workers() {
        return workers;
    }

    /** What takes long, and has places of its own. */
    public enum Work {
        HEAVY("files or verifications"),
        UPLOAD("uploads"),
        READER("readers of the feed");

        private final String name;

        Work(String name) {
            this.name = name;
        }
    }

    /**
     * Takes a place for what the running request goes on to do, until it is answered.
     *
     * @throws TooManyAtOnce if there is none
     */
    public void take(Work work) {
        var client = caller.actor();
        var of = places.get(work);
        if (!of.take(client)) {
            throw refused(TooManyAtOnce.places(work.name, of.clientMax()));
        }
        var request = CurrentRequestManager.get();
        request.registerCompletionCallback(over -> {
            if (request.getProperty(LEFT) == null) {
                of.free(client);
            } else {
                // There is no timer of less than that.
                long millis = Math.max(1, config.pauseAfterLeaving().toMillis());
                vertx.setTimer(millis, later -> of.free(client));
            }
        });
    }

    /**
     * Tells that what the running request does broke off while it was sent. That costs more than what is read to its end:
     * a connection to the database goes with it. So its places are taken a while longer.
     */
    public void left() {
        CurrentRequestManager.get().setProperty(LEFT, true);
    }

    /**
     * Lets a request go on now or when its turn comes; it waits without a thread.
     *
     * @throws TooManyAtOnce if too many of its client wait already
     */
    void admit(ResteasyReactiveRequestContext request) {
        var client = caller.actor();
        admit(request, turns, client, () -> request.registerCompletionCallback(done -> turns.done(client)));
    }

    /**
     * The same for a reader of the feed, whose turn is over once it waits for news: {@link #waits}.
     *
     * @throws TooManyAtOnce if too many of its client are here already
     */
    void admitReader(ResteasyReactiveRequestContext request) {
        var client = caller.actor();
        var reading = new AtomicBoolean(true);
        Runnable over = () -> {
            if (reading.getAndSet(false)) {
                readerTurns.done(client);
            }
        };
        request.setProperty(READS, over);
        admit(request, readerTurns, client, () -> request.registerCompletionCallback(done -> over.run()));
    }

    /** Tells that the running request has read what is there, and from now on waits. */
    public void waits() {
        if (CurrentRequestManager.get().getProperty(READS) instanceof Runnable over) {
            over.run();
        }
    }

    private void admit(ResteasyReactiveRequestContext request, Turns<Actor> turns, Actor client, Runnable over) {
        // Suspended beforehand: its turn may come before this thread gets on.
        request.suspend();
        var answer = turns.ask(client, () -> {
            over.run();
            request.resume();
        });
        if (answer == Turns.Answer.LATER) {
            return;
        }
        request.resume();
        if (answer == Turns.Answer.NEVER) {
            throw refused(TooManyAtOnce.requests(config.clientRequests()));
        }
        over.run();
    }

    private TooManyAtOnce refused(TooManyAtOnce why) {
        metrics.counter(REFUSED).increment();
        return why;
    }
}
