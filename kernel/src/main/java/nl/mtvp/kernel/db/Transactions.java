package nl.mtvp.kernel.db;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Where a transaction begins and ends: one of JTA, and so one connection, for entities and SQL alike. A call within a running
 * one joins it. Deadlocks and serialization failures are tried again at the outermost call and nowhere else, so work must
 * be repeatable: it may touch nothing but the database.
 *
 * <p>A use case says {@code @Transactional} and comes here by {@link UseCaseTransactions}; jobs and followers call.
 */
@ApplicationScoped
public class Transactions {

    private static final Logger LOG = Logger.getLogger(Transactions.class);
    private static final Set<String> PASSING = Set.of("40001", "40P01");
    private static final int TRIES_MAX = 6;
    private static final Duration OF_A_JOB = Duration.ofHours(6);

    private final Sql sql;
    private final Session session;
    private final Instance<BeforeCommit> endings;
    private final TransactionSynchronizationRegistry registry;

    Transactions(
            Sql sql, Session session, Instance<BeforeCommit> endings, TransactionSynchronizationRegistry registry) {
        this.sql = sql;
        this.session = session;
        this.endings = endings;
        this.registry = registry;
    }

    /** Does the work in one transaction: all of it or, when it throws, none. */
    public <T> T run(Supplier<T> work) {
        return joined(work, Duration.ZERO);
    }

    /** The same for work without a result. */
    public void perform(Runnable work) {
        run(resultless(work));
    }

    /** The same for what goes through a whole delivery, run or ledger: it may take hours, not the minutes of a use case. */
    public <T> T job(Supplier<T> work) {
        return joined(work, OF_A_JOB);
    }

    /** The same for work without a result. */
    public void job(Runnable work) {
        job(resultless(work));
    }

    /**
     * Does the work in a transaction of its own, also within a running one: for what others are to see of work that is
     * not done yet. It is not tried again.
     */
    public <T> T apart(Supplier<T> work) {
        return own(work, Duration.ZERO);
    }

    private <T> T joined(Supplier<T> work, Duration limit) {
        if (registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return work.get();
        }
        for (int tries = 1; ; tries++) {
            try {
                return own(work, limit);
            } catch (RuntimeException failure) {
                if (DatabaseAway.isWhy(failure)) {
                    // Its message may hold what was bound to the statement.
                    LOG.warnf(
                            "the database cannot be asked (%s)",
                            failure.getClass().getName());
                    throw new DatabaseAway(failure);
                }
                if (tries == TRIES_MAX || !passes(failure)) {
                    // What a trigger raises does not say by which constraint, and a failure that nobody expected must.
                    Violations.constraint(failure)
                            .ifPresent(
                                    name -> LOG.errorf("constraint %s was violated, and no repository knows it", name));
                    throw failure;
                }
                LOG.debugf("try %d met a deadlock or a serialization failure, trying again", tries);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000L << tries));
            }
        }
    }

    /** @param limit after which the transaction is rolled back; zero for the configured one */
    private <T> T own(Supplier<T> work, Duration limit) {
        return AnswerTime.bounded(limit.isZero(), () -> QuarkusTransaction.requiringNew()
                .timeout((int) limit.toSeconds())
                .call(() -> {
                    try {
                        var result = work.get();
                        session.flush();
                        endings.forEach(BeforeCommit::beforeCommit);
                        return result;
                    } finally {
                        sql.end();
                    }
                }));
    }

    private static Supplier<Void> resultless(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }

    /** What a failure at the commit was caused by is suppressed in it. */
    private static boolean passes(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && PASSING.contains(String.valueOf(refused.getSQLState()))) {
                return true;
            }
            for (var suppressed : cause.getSuppressed()) {
                if (passes(suppressed)) {
                    return true;
                }
            }
        }
        return false;
    }
}
