package nl.mtvp.payment.ledger.db;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.Quarters;
import org.postgresql.core.Utils;
import org.threeten.extra.YearQuarter;

/** COPY ... TO STDOUT, which takes no parameters: values are written into the statement, each quoted by its type. */
final class CopyOut {

    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");

    private CopyOut() {}

    /** Writes the rows as they come, and gives their number. */
    static long write(Sql sql, String query, String options, OutputStream to) throws IOException, SQLException {
        return sql.<Long, IOException>copy(copy -> {
            var rows = copy.copyOut("copy (" + query + ") to stdout with (" + options + ")");
            for (var row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
                to.write(row);
            }
            return rows.getHandledRowCount();
        });
    }

    /** The query with each of these parameters replaced by its value. */
    static String with(String query, Map<String, Object> parameters) {
        return PARAMETER
                .matcher(query)
                .replaceAll(found -> Matcher.quoteReplacement(
                        parameters.containsKey(found.group(1))
                                ? literal(parameters.get(found.group(1)))
                                : found.group()));
    }

    private static String literal(Object value) {
        if (value instanceof Euro amount) {
            return Long.toString(amount.cents());
        }
        if (value instanceof Number number) {
            return number.toString();
        }
        if (value instanceof YearQuarter quarter) {
            return "date " + quoted(Quarters.peildatum(quarter).toString());
        }
        if (value instanceof Instant moment) {
            return "timestamptz " + quoted(moment.toString());
        }
        if (value instanceof UUID id) {
            return "uuid " + quoted(id.toString());
        }
        if (value instanceof Object[] several) {
            return Arrays.stream(several)
                    .map(each -> quoted(each.toString()))
                    .collect(Collectors.joining(",", "cast(array[", "] as text[])"));
        }
        return quoted(value.toString());
    }

    private static String quoted(String text) {
        try {
            return Utils.escapeLiteral(new StringBuilder("'"), text, true)
                    .append('\'')
                    .toString();
        } catch (SQLException nul) {
            throw new IllegalArgumentException("no text for the database", nul);
        }
    }
}
