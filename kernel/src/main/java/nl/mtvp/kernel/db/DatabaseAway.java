package nl.mtvp.kernel.db;

import java.sql.SQLException;
import java.util.Set;
import nl.mtvp.kernel.failure.DomainFailure;

/**
 * The database cannot be asked now: it is away, starts anew, or all connections to it are in use. Whether a change that
 * was under way was made is not known then, which is why a repetition carries the same key.
 */
public final class DatabaseAway extends DomainFailure {

    /**
     * Connections that broke (08...), an administrator, a crash or a time-out that ended them, a start, too many of them,
     * and a server that only reads any more since another one took over.
     */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "57P05", "25006", "25P03", "53300");

    private static final String CONNECTION = "08";

    /** The pool says so by its text only. */
    private static final String POOL_EMPTY = "cquisition timeout";

    DatabaseAway(Throwable cause) {
        super(
                Kind.UNAVAILABLE,
                "database-unavailable",
                "this cannot be answered now: the database is away or too busy. Send the same request again in some seconds,"
                        + " a command with the same Idempotency-Key or If-Match: it is done once");
        initCause(cause);
    }

    /** Whether this is why it failed: now, or at the commit, whose causes are suppressed in it. */
    static boolean isWhy(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && isAway(refused)) {
                return true;
            }
            for (var suppressed : cause.getSuppressed()) {
                if (isWhy(suppressed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAway(SQLException refused) {
        var state = refused.getSQLState();
        return state == null
                ? String.valueOf(refused.getMessage()).contains(POOL_EMPTY)
                : state.startsWith(CONNECTION) || AWAY.contains(state);
    }
}
