package nl.mtvp.kernel.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Where a transaction begins and ends. A call within a running one joins it. Deadlocks and serialization failures are
 * tried again here and nowhere else, so work must be repeatable: it may touch nothing but the database.
 */
@ApplicationScoped
public class Transactions {

    private static final Logger LOG = Logger.getLogger(Transactions.class);
    private static final Set<String> PASSING = Set.of("40001", "40P01");
    private static final int TRIES_MAX = 6;

    private final Jdbi jdbi;
    private final Instance<BeforeCommit> endings;
    private final ThreadLocal<Handle> running = new ThreadLocal<>();

    Transactions(Jdbi jdbi, Instance<BeforeCommit> endings) {
        this.jdbi = jdbi;
        this.endings = endings;
    }

    /** Does the work in one transaction: all of it or, when it throws, none. */
    public <T> T run(Function<Handle, T> work) {
        var joined = running.get();
        if (joined != null) {
            return work.apply(joined);
        }
        for (int tries = 1; ; tries++) {
            try {
                return begin(work);
            } catch (RuntimeException failure) {
                if (tries == TRIES_MAX || !passes(failure)) {
                    throw failure;
                }
                LOG.debugf("try %d met a deadlock or a serialization failure, trying again", tries);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000L << tries));
            }
        }
    }

    /** The same for work without a result. */
    public void perform(Consumer<Handle> work) {
        run(tx -> {
            work.accept(tx);
            return null;
        });
    }

    /**
     * Does the work in a transaction of its own, also within a running one: for what others are to see of work that is
     * not done yet. It is not tried again.
     */
    public <T> T apart(Function<Handle, T> work) {
        var outer = running.get();
        // Opened, not asked for: within a running transaction JDBI would give that one's connection.
        try (var own = jdbi.open()) {
            running.set(own);
            return own.inTransaction(tx -> ended(tx, work));
        } finally {
            if (outer == null) {
                running.remove();
            } else {
                running.set(outer);
            }
        }
    }

    private <T> T begin(Function<Handle, T> work) {
        return jdbi.inTransaction(tx -> {
            running.set(tx);
            try {
                return ended(tx, work);
            } finally {
                running.remove();
            }
        });
    }

    private <T> T ended(Handle tx, Function<Handle, T> work) {
        var result = work.apply(tx);
        endings.forEach(ending -> ending.beforeCommit(tx));
        return result;
    }

    private static boolean passes(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && PASSING.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
