package nl.mtvp.payment.run;

import java.sql.SQLException;
import java.util.Set;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.DomainFailure.Kind;

/** A job's failure as a sentence for who waits for it: the rest is in the log. */
final class JobFailure {

    private static final int LENGTH_MAX = 500;

    /** Classes of SQLSTATE: connection, transaction rollback, resources, locks, intervention by an operator. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57");

    private JobFailure() {}

    /** A statement that was cancelled, as by its time limit: that is about the work. */
    private static final String TOO_LONG = "57014";

    /** Whether it says nothing about the work: the database was away or too busy, or somebody else was in the way. */
    static boolean passes(Throwable failure) {
        for (var at = failure; at != null; at = at.getCause()) {
            if (at instanceof DomainFailure said && said.kind() == Kind.UNAVAILABLE
                    || at instanceof SQLException sql
                            && sql.getSQLState() != null
                            && !sql.getSQLState().equals(TOO_LONG)
                            && PASSING.contains(sql.getSQLState().substring(0, 2))) {
                return true;
            }
        }
        return false;
    }

    /** Of the database only its code: its messages hold statements and rows. */
    static String sentence(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            if (root instanceof SQLException) {
                break;
            }
            root = root.getCause();
        }
        if (root instanceof SQLException sql) {
            return "the database refused it or broke off (SQLSTATE " + sql.getSQLState() + ")";
        }
        var message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.length() > LENGTH_MAX ? message.substring(0, LENGTH_MAX) : message;
    }
}
