package nl.mtvp.kernel.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.Update;
import org.postgresql.PGStatement;
import org.postgresql.copy.CopyManager;
import org.postgresql.jdbc.PgConnection;

/**
 * The one door to SQL, in the running transaction and on its connection: for sets, ranges, what only grows, and what is
 * copied. It sees what entities have changed so far, which is written before. Outside of a transaction nothing goes
 * through it.
 */
@ApplicationScoped
public class Sql {

    private static final StatementCustomizer NEVER_KEPT = new StatementCustomizer() {
        @Override
        public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    };

    private final Jdbi jdbi;
    private final Session session;
    private final TransactionSynchronizationRegistry registry;

    Sql(Jdbi jdbi, Session session, TransactionSynchronizationRegistry registry) {
        this.jdbi = jdbi;
        this.session = session;
        this.registry = registry;
    }

    public Query query(String sql) {
        return handle().createQuery(sql);
    }

    /**
     * The same, planned for its values each time: where these decide how much of a table is read, a plan that is kept for
     * whichever come serves some of them badly.
     */
    public Query plannedAnew(String sql) {
        return query(sql).configure(SqlStatements.class, of -> of.addCustomizer(NEVER_KEPT));
    }

    public Update update(String sql) {
        return handle().createUpdate(sql);
    }

    public PreparedBatch batch(String sql) {
        return handle().prepareBatch(sql);
    }

    /** @param positional the values of its question marks */
    public int execute(String sql, Object... positional) {
        return handle().execute(sql, positional);
    }

    /** What is done with {@code COPY}. */
    @FunctionalInterface
    public interface Copying<T, E extends Exception> {

        /** @throws SQLException if the database refuses it */
        T with(CopyManager copy) throws SQLException, E;
    }

    /**
     * {@code COPY}, from and to. Where it breaks off, whoever's fault that is, the connection is closed for good: what is
     * still under way on it would be somebody else's answer.
     */
    public <T, E extends Exception> T copy(Copying<T, E> work) throws SQLException, E {
        var connection = handle().getConnection().unwrap(PgConnection.class);
        boolean whole = false;
        try {
            T result = work.with(connection.getCopyAPI());
            whole = true;
            return result;
        } finally {
            if (!whole) {
                connection.abort(Runnable::run);
            }
        }
    }

    /** @throws IllegalStateException if no transaction is running: a use case begins it */
    private Handle handle() {
        var opened = (Handle) registry.getResource(Sql.class);
        session.flush();
        if (opened != null) {
            return opened;
        }
        // The pool gives the transaction's own connection to whoever asks in it.
        var handle = jdbi.open();
        registry.putResource(Sql.class, handle);
        return handle;
    }

    /** Lets go of the transaction's handle, at its end. */
    void end() {
        var opened = (Handle) registry.getResource(Sql.class);
        if (opened != null) {
            registry.putResource(Sql.class, null);
            opened.close();
        }
    }
}
