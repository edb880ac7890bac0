package nl.mtvp.kernel.health;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Looks whether there is a connection to the database and a worker thread to be had, as a request would; from a thread of
 * its own, so that it can say so when there is none.
 */
@Readiness
@ApplicationScoped
class Capacity implements AsyncHealthCheck {

    private static final Logger LOG = Logger.getLogger(Capacity.class);
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration WORKER_WITHIN = Duration.ofSeconds(2);
    private static final int VALID_WITHIN_SECONDS = 2;
    private static final String NOT_LOOKED = "not looked at yet";

    private final DataSource database;
    private final Thread looking = new Thread(this::look, "capacity");
    private final Counter secondsWithoutConnection;
    private final Counter secondsWithoutWorker;
    private volatile String withoutConnection = NOT_LOOKED;
    private volatile String withoutWorker = NOT_LOOKED;

    Capacity(DataSource database, MeterRegistry metrics) {
        this.database = database;
        looking.setDaemon(true);
        // Counted: while no thread is to be had, nobody can ask for metrics either.
        this.secondsWithoutConnection = metrics.counter("mtvp.without.connection.seconds");
        this.secondsWithoutWorker = metrics.counter("mtvp.without.worker.seconds");
    }

    void start(@Observes StartupEvent started) {
        looking.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        looking.interrupt();
    }

    /** Not ready without a connection to the database or a worker thread; answered without either. */
    @Override
    public Uni<HealthCheckResponse> call() {
        var connection = Optional.ofNullable(withoutConnection);
        var worker = Optional.ofNullable(withoutWorker);
        return Uni.createFrom()
                .item(HealthCheckResponse.named("capacity")
                        .withData("database", connection.orElse("to be had"))
                        .withData("workers", worker.orElse("to be had"))
                        .status(connection.isEmpty() && worker.isEmpty())
                        .build());
    }

    private void look() {
        try {
            while (true) {
                long began = System.nanoTime();
                withoutConnection = said("database", withoutConnection, lookForConnection());
                withoutWorker = said("workers", withoutWorker, lookForWorker());
                Thread.sleep(BETWEEN.toMillis());
                double seconds = (System.nanoTime() - began) / 1e9;
                secondsWithoutConnection.increment(withoutConnection == null ? 0 : seconds);
                secondsWithoutWorker.increment(withoutWorker == null ? 0 : seconds);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** In the log once, when it begins and when it ends. */
    private static String said(String what, String before, String now) {
        if (now == null && before != null && !before.equals(NOT_LOOKED)) {
            LOG.infof("%s: there are some again", what);
        } else if (now != null && !now.equals(before)) {
            LOG.warnf("%s: %s", what, now);
        }
        return now;
    }

    private String lookForConnection() {
        try (var connection = database.getConnection()) {
            return connection.isValid(VALID_WITHIN_SECONDS) ? null : "a connection does not answer";
        } catch (SQLException none) {
            return "no connection is to be had: " + none.getMessage();
        }
    }

    private String lookForWorker() throws InterruptedException {
        var asked = Infrastructure.getDefaultWorkerPool().submit(() -> {});
        try {
            asked.get(WORKER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (TimeoutException none) {
            asked.cancel(false);
            return "all threads have been at work for " + WORKER_WITHIN.toSeconds() + " s";
        } catch (ExecutionException | CancellationException refused) {
            return "no thread is to be had";
        }
    }
}
