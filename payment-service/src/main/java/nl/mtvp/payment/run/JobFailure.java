package nl.mtvp.payment.run;

import java.sql.SQLException;

/** A job's failure as a sentence for who waits for it: the rest is in the log. */
final class JobFailure {

    private static final int LENGTH_MAX = 500;

    private JobFailure() {}

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
