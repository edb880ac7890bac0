package nl.mtvp.payment.ion.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.payment.ion.domain.LineCode;
import nl.mtvp.payment.ion.domain.RefusedLine;

/**
 * The lines of one delivery in DuckDB: each is read, checked (D38), and held against the others of its patient (D39).
 * DuckDB works within its memory limit and puts the rest in the work folder.
 */
public final class DeliveryLines implements AutoCloseable {

    /** No line has it: the scan of the file refuses control characters. So a line is read as one column, unquoted. */
    private static final String NO_DELIMITER = "\u0001";

    private static final String NO_NULL = "\u0002";

    private static final String PSEUDONYM =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    private final Connection duck;
    private final Path work;
    private final long[] blankLines;

    /**
     * Reads the lines of a file that the scan found in order.
     *
     * @param blankLines numbers of the file's blank lines, ascending: DuckDB passes over them
     */
    public DeliveryLines(Path csv, LocalDate peildatum, long[] blankLines, Path work, EvidenceConfig config) {
        this.work = work;
        this.blankLines = blankLines.clone();
        try {
            duck = Duck.open(config, work.resolve("spill"));
            try {
                read(csv, peildatum);
            } catch (SQLException | RuntimeException failure) {
                duck.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB cannot read the delivery", failure);
        }
    }

    private void read(Path csv, LocalDate peildatum) throws SQLException {
        // The order of insertion is kept, so the rowid is the row in the file, from 0: nothing has to number the lines.
        execute(
                """
                create table line as
                select case when formed then pseudonym
                            when regexp_full_match(split_part(line, ',', 1), '%2$s')
                            then try_cast(split_part(line, ',', 1) as uuid) end as pseudonym,
                       case when formed then agb
                            when regexp_full_match(split_part(line, ',', 2), '[0-9]{8}')
                            then split_part(line, ',', 2) end as agb,
                       registered_on,
                       case when not formed and regexp_matches(line, '^\\s*[0-9]{8,9}\\s*(,|$)') then 'POSSIBLE_BSN'
                            when not formed or pseudonym is null or registered_on is null then 'MALFORMED'
                            when agb[1:2] not in ('01', '37') then 'UNKNOWN_AGB_KIND'
                            when registered_on > date '%1$s' then 'REGISTERED_AFTER_PEILDATUM'
                       end as code
                from (select line, try_cast(left(line, 36) as uuid) as pseudonym, substring(line, 38, 8) as agb,
                             try_cast(substring(line, 47, 10) as date) as registered_on,
                             regexp_full_match(line, '%2$s,[0-9]{8},[0-9]{4}-[0-9]{2}-[0-9]{2}\\r?') as formed
                      from read_csv('%3$s', delim = '%4$s', quote = '', escape = '', header = false, skip = 1,
                          auto_detect = false, columns = {'line': 'varchar'}, strict_mode = false, nullstr = '%5$s'))
                """,
                peildatum, PSEUDONYM, Duck.quoted(csv), NO_DELIMITER, NO_NULL);
        // Most patients stand there once: only the others are sorted.
        execute(
                """
                create table repeated as
                select pseudonym from line where code is null group by pseudonym having count(*) > 1
                """);
        execute(
                """
                create table verdict as
                with candidate as (
                    select line.rowid as n, pseudonym, registered_on,
                           row_number() over (partition by pseudonym, agb order by registered_on desc, line.rowid) as copy
                    from line semi join repeated using (pseudonym) where code is null),
                practice as (
                    select *, max(registered_on) over (partition by pseudonym) as newest
                    from candidate where copy = 1),
                counted as (
                    select *, count(*) filter (registered_on = newest) over (partition by pseudonym) as newest_practices
                    from practice)
                select n, 'DUPLICATE' as code from candidate where copy > 1
                union all
                select n, case when registered_on < newest then 'REFUSED_366' else 'UNDECIDED' end
                from counted where registered_on < newest or newest_practices > 1
                """);
        execute(
                """
                create view accepted as
                select pseudonym, agb, registered_on
                from (select rowid as n, * from line where code is null) anti join verdict using (n)
                """);
    }

    /** How many lines have another form than agreed, blank ones and those with a possible BSN too. */
    public long malformed() {
        return number("select count(*) from line where code in ('MALFORMED', 'POSSIBLE_BSN')") + blankLines.length;
    }

    public long accepted() {
        return number("select count(*) from accepted");
    }

    /** How many patients count for each practice, in the order of their AGB codes. */
    public Map<Agb, Long> counts() {
        var counts = new LinkedHashMap<Agb, Long>();
        each(
                "select agb, count(*) from accepted group by agb order by agb",
                row -> counts.put(new Agb(row.getString(1)), row.getLong(2)));
        return counts;
    }

    /** Writes the accepted lines as Parquet, in an order that makes equal lines an equal file, and gives the file. */
    public Path writeAccepted() {
        var file = work.resolve("accepted.parquet");
        try {
            execute(
                    "copy (from accepted order by pseudonym) to '%s' (format parquet, compression zstd)",
                    Duck.quoted(file));
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB cannot write the evidence", failure);
        }
        return file;
    }

    /** Gives each line that does not count, in the order of the file. */
    public void eachRefusal(Consumer<RefusedLine> taker) {
        var lines = new FileLines(blankLines, taker);
        each(
                """
                select rowid + 1 as n, code, pseudonym, agb from line where code is not null
                union all
                select n + 1, verdict.code, pseudonym, agb from verdict join line on line.rowid = n
                order by n
                """,
                row -> lines.take(
                        row.getLong(1),
                        LineCode.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getString(4) == null ? null : new Agb(row.getString(4))));
        lines.end();
    }

    @Override
    public void close() {
        try {
            duck.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB does not close", failure);
        }
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String sql, Row row) {
        try (var statement = duck.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                row.read(rows);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB does not answer", failure);
        }
    }

    private long number(String sql) {
        var numbers = new long[1];
        each(sql, row -> numbers[0] = row.getLong(1));
        return numbers[0];
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (var statement = duck.createStatement()) {
            statement.execute(values.length == 0 ? sql : sql.formatted(values));
        }
    }
}
