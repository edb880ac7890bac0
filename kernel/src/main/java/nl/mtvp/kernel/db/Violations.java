package nl.mtvp.kernel.db;

import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.mtvp.kernel.failure.DomainFailure;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;

/** Turns a constraint that the database held into the domain failure that it stands for. */
public final class Violations {

    private Violations() {}

    /** The name of the constraint that was violated, if that is what went wrong: now or at the commit. */
    public static Optional<String> constraint(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException sql && sql.getServerErrorMessage() != null) {
                return Optional.ofNullable(sql.getServerErrorMessage().getConstraint());
            }
            for (var suppressed : cause.getSuppressed()) {
                var atCommit = constraint(suppressed);
                if (atCommit.isPresent()) {
                    return atCommit;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Does the statement; a violated constraint that the map names becomes its domain failure, any other failure stays
     * what it is. The transaction is lost either way: let the failure leave it.
     */
    public static void translating(Map<String, Supplier<? extends DomainFailure>> failures, Runnable statement) {
        translated(failures, () -> {
            statement.run();
            return null;
        });
    }

    /** The same for a statement with a result. */
    public static <T> T translated(Map<String, Supplier<? extends DomainFailure>> failures, Supplier<T> statement) {
        try {
            return statement.get();
        } catch (JdbiException | PersistenceException violation) {
            var failure = constraint(violation).map(failures::get);
            if (failure.isPresent()) {
                throw failure.get().get();
            }
            throw violation;
        }
    }
}
