package nl.mtvp.kernel.db;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Lets nobody wait for a database that is there and does not answer: a use case's connection breaks after a while, as if the
 * database were away ({@link DatabaseAway}). What a job asks may take hours.
 */
@Singleton
class AnswerTime implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(AnswerTime.class);
    private static final ThreadLocal<Boolean> BOUNDED = ThreadLocal.withInitial(() -> false);

    private final int millis;

    AnswerTime(@ConfigProperty(name = "mtvp.database.answer-time-max", defaultValue = "PT30S") Duration max) {
        this.millis = (int) max.toMillis();
    }

    /** Does the work with connections whose answers are waited for as long, or as short, as it is said. */
    static <T> T bounded(boolean bounded, Supplier<T> work) {
        var outside = BOUNDED.get();
        BOUNDED.set(bounded);
        try {
            return work.get();
        } finally {
            BOUNDED.set(outside);
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (BOUNDED.get()) {
            wait(connection, millis);
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        wait(connection, 0);
    }

    private static void wait(Connection connection, int millis) {
        try {
            if (!connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, millis);
            }
        } catch (SQLException broken) {
            LOG.debug("a connection that is broken is thrown away by the pool", broken);
        }
    }
}
