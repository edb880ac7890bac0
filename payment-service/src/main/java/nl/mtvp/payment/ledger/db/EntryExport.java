package nl.mtvp.payment.ledger.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.ledger.domain.EntryQuery;
import nl.mtvp.payment.ledger.domain.EntryQuery.ExportFormat;
import org.postgresql.core.Utils;
import org.threeten.extra.YearQuarter;

/**
 * Writes any selection of entries as the database makes the lines, posting by posting: nothing is gathered and nothing
 * sorted but what an index leads to, so a million lines take no more memory than ten.
 */
@ApplicationScoped
public class EntryExport {

    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");
    private static final String BOOKED_AT =
            "to_char(p.booked_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
    private static final String QUARTER = "to_char(e.quarter, 'YYYY-\"Q\"Q')";
    private static final String EURO = "cast(cast(%s as numeric) * 0.01 as text)";

    /** As the pages of /ledger-entries show them. */
    public static final List<Column> ENTRIES = List.of(
            new Column("postingId", "e.posting_id"),
            new Column("postingNumber", "p.number"),
            new Column("number", "e.number"),
            new Column("bookedAt", "p.booked"),
            new Column("uzovi", "e.uzovi"),
            new Column("agb", "e.agb"),
            new Column("contractId", "e.contract_id"),
            new Column("quarter", QUARTER),
            new Column("cause", "e.cause"),
            new Column("component", "e.component"),
            new Column("debit", "e.debit"),
            new Column("credit", "e.credit"),
            new Column("transferred", EURO.formatted("e.cents")),
            new Column("lineId", "e.line_id"));

    /** As the pages of /payments show them. */
    public static final List<Column> PAYMENTS = List.of(
            new Column("uzovi", "e.uzovi"),
            new Column("agb", "e.agb"),
            new Column("contractId", "e.contract_id"),
            new Column("quarter", QUARTER),
            new Column("bookedAt", "p.booked"),
            new Column("cause", "e.cause"),
            new Column("component", "e.component"),
            new Column("amount", EURO.formatted("e.amount")),
            new Column("runId", "p.run_id"),
            new Column("lineId", "e.line_id"));

    private final Sql sql;

    EntryExport(Sql sql) {
        this.sql = sql;
    }

    /** A column of the export. */
    public record Column(String name, String sql) {}

    /** @throws UncheckedIOException if it breaks off, also because whoever reads has gone */
    public void write(
            EntryQuery asked,
            Instant knownAt,
            Visibility visibility,
            List<Column> columns,
            ExportFormat format,
            OutputStream to) {
        try {
            write(Selection.of(asked, knownAt, visibility), columns, format, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException("the export broke off", failure);
        }
    }

    private void write(Selection selection, List<Column> columns, ExportFormat format, OutputStream to)
            throws IOException, SQLException {
        if (format == ExportFormat.CSV) {
            var head = String.join(",", columns.stream().map(Column::name).toList());
            to.write((head + "\n").getBytes(StandardCharsets.UTF_8));
        }
        if (selection.fromEntries()) {
            copy(columns, selection, "true", "p.booked_at, p.id, e.number", format, to);
        } else {
            for (var posting : postings(selection)) {
                copy(columns, selection, "p.id = '" + posting + "'", "e.number", format, to);
            }
        }
    }

    private List<UUID> postings(Selection selection) {
        return sql.query("select p.id from posting p where true <postings> order by p.booked_at, p.id")
                .define("postings", selection.postings())
                .bindMap(selection.parameters())
                .mapTo(UUID.class)
                .list();
    }

    private void copy(
            List<Column> columns,
            Selection selection,
            String postings,
            String order,
            ExportFormat format,
            OutputStream to)
            throws IOException, SQLException {
        var list = String.join(
                ", ",
                columns.stream()
                        .map(column -> column.sql() + " as \"" + column.name() + '"')
                        .toList());
        // The moment is written once for a posting, not once for each of its entries.
        var rows = "select " + list + " from (select p.*, " + BOOKED_AT + " as booked from posting p where " + postings
                + selection.postings() + " offset 0) p join ledger_entry e on e.posting_id = p.id where true"
                + selection.entries() + " order by " + order;
        var query = format == ExportFormat.CSV ? rows : "select row_to_json(r) from (" + rows + ") r";
        // JSON holds no control characters, so as CSV with these it is written as it is.
        var options = format == ExportFormat.CSV ? "format csv" : "format csv, delimiter e'\\x01', quote e'\\x02'";
        var statement = "copy (" + with(query, selection.parameters()) + ") to stdout with (" + options + ")";
        sql.<Long, IOException>copy(copy -> {
            var lines = copy.copyOut(statement);
            for (var line = lines.readFromCopy(); line != null; line = lines.readFromCopy()) {
                to.write(line);
            }
            return lines.getHandledRowCount();
        });
    }

    /** The query with each of these parameters replaced by its value, quoted by its type: COPY takes no parameters. */
    private static String with(String query, Map<String, Object> parameters) {
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
