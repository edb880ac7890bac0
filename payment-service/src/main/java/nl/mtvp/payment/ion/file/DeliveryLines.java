package nl.mtvp.payment.ion.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.payment.ion.domain.LineCode;
import nl.mtvp.payment.ion.domain.RefusedLine;
import nl.mtvp.payment.ion.domain.RegistrationLine;
import org.duckdb.DuckDBConnection;

/**
 * The lines of one delivery in DuckDB: they are taken in one by one, then each is checked (D38) and held against the
 * others of its patient (D39). DuckDB works within its memory limit and puts the rest in the work folder.
 */
public final class DeliveryLines implements Consumer<RegistrationLine>, AutoCloseable {

    private final Connection duck;
    private final LineLoader loader;
    private final Path work;
    private long taken;
    private CompletableFuture<Path> writing = CompletableFuture.completedFuture(null);

    public DeliveryLines(Path work, EvidenceConfig config) {
        this.work = work;
        try {
            duck = Duck.open(config, work.resolve("spill"));
            try {
                // The order of insertion is kept, so the rowid is the place among the lines taken, from 0.
                execute("create table line (pseudonym uuid, agb integer, registered_on date)");
                loader = new LineLoader(duck.unwrap(DuckDBConnection.class).createAppender("line"));
            } catch (SQLException | RuntimeException failure) {
                duck.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB cannot be opened", failure);
        }
    }

    @Override
    public void accept(RegistrationLine line) {
        loader.add(line);
        taken++;
    }

    /** How many lines came in so far. */
    public long taken() {
        return taken;
    }

    /** Decides about every line that came in; no more may come. */
    public void decide(LocalDate peildatum) {
        try {
            loader.finish();
            execute(
                    """
                    create view coded as
                    select rowid as n, pseudonym, agb, registered_on,
                           case when agb // 1000000 not in (1, 37) then 'UNKNOWN_AGB_KIND'
                                when registered_on > date '%s' then 'REGISTERED_AFTER_PEILDATUM' end as code
                    from line
                    """,
                    peildatum);
            // Most patients stand there once: only the others are looked at by line.
            execute(
                    """
                    create table repeated as
                    select pseudonym from coded where code is null group by pseudonym having count(*) > 1
                    """);
            execute(
                    """
                    create table verdict as
                    with candidate as (
                        select n, pseudonym, registered_on,
                               row_number() over (partition by pseudonym, agb order by registered_on desc, n) as copy
                        from coded semi join repeated using (pseudonym) where code is null),
                    practice as (
                        select *, max(registered_on) over (partition by pseudonym) as newest
                        from candidate where copy = 1),
                    counted as (
                        select *, count(*) filter (registered_on = newest) over (partition by pseudonym)
                            as newest_practices
                        from practice)
                    select n, 'DUPLICATE' as code from candidate where copy > 1
                    union all
                    select n, case when registered_on < newest then 'REFUSED_366' else 'UNDECIDED' end
                    from counted where registered_on < newest or newest_practices > 1
                    """);
            // In an order that makes equal lines an equal file.
            execute(
                    """
                    create table accepted as
                    select pseudonym, agb, registered_on
                    from (select * from coded where code is null) anti join verdict using (n)
                    order by pseudonym
                    """);
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB cannot decide about the lines", failure);
        }
    }

    public long accepted() {
        var accepted = new long[1];
        each("select count(*) from accepted", row -> accepted[0] = row.getLong(1));
        return accepted[0];
    }

    /** How many patients count for each practice, in the order of their AGB codes. */
    public Map<Agb, Long> counts() {
        var counts = new LinkedHashMap<Agb, Long>();
        each(
                "select agb, count(*) from accepted group by agb order by agb",
                row -> counts.put(agb(row, 1), row.getLong(2)));
        return counts;
    }

    /** Writes the accepted lines as Parquet, an AGB as its number, beside whatever else is done with the lines, and gives the file. */
    public CompletableFuture<Path> writeAccepted() {
        writing = CompletableFuture.supplyAsync(this::written);
        return writing;
    }

    private Path written() {
        var file = work.resolve("accepted.parquet");
        try (var beside = duck.unwrap(DuckDBConnection.class).duplicate();
                var statement = beside.createStatement()) {
            statement.execute(
                    """
                    copy accepted to '%s' (format parquet, compression zstd)
                    """
                            .formatted(Duck.quoted(file)));
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB cannot write the evidence", failure);
        }
        return file;
    }

    /**
     * Gives each line that does not count, in the order of the file.
     *
     * @param malformed the lines of the file that did not come in, in order
     */
    public void eachRefusal(List<RefusedLine> malformed, Consumer<RefusedLine> taker) {
        var lines = new FileLines(malformed, taker);
        each(
                """
                select n, code, pseudonym, agb from coded where code is not null
                union all
                select n, verdict.code, pseudonym, agb from verdict join coded using (n)
                order by n
                """,
                row -> lines.take(
                        row.getLong(1), LineCode.valueOf(row.getString(2)), row.getObject(3, UUID.class), agb(row, 4)));
        lines.end();
    }

    /** A line as its insurer delivered it. */
    public record Line(Agb agb, LocalDate registeredOn) {}

    /** A patient of the delivery who stands in another delivery too. */
    public record Match(UUID pseudonym, Line line, UUID otherDelivery, Line otherLine) {}

    /**
     * Gives each patient of the delivery whom another insurer's has too (D39): one join in DuckDB over the Parquet
     * files, of which only the matches come into memory, one by one.
     *
     * @param others evidence of the other deliveries, by their ids
     */
    public void eachMatch(Map<UUID, Path> others, Consumer<Match> taker) {
        if (!others.isEmpty()) {
            var deliveries = List.copyOf(others.keySet());
            each(matches(deliveries, others), row -> taker.accept(match(row, deliveries)));
        }
    }

    private static String matches(List<UUID> deliveries, Map<UUID, Path> others) {
        var theirs = IntStream.range(0, deliveries.size())
                .mapToObj(at -> "select %d as delivery, pseudonym, agb, registered_on from read_parquet('%s')"
                        .formatted(at, Duck.quoted(others.get(deliveries.get(at)))))
                .collect(Collectors.joining(" union all "));
        return """
                select own.pseudonym, own.agb, own.registered_on, other.delivery, other.agb, other.registered_on
                from (%s) other join accepted own using (pseudonym)
                """
                .formatted(theirs);
    }

    private static Match match(ResultSet row, List<UUID> deliveries) throws SQLException {
        return new Match(
                row.getObject(1, UUID.class),
                new Line(agb(row, 2), row.getObject(3, LocalDate.class)),
                deliveries.get(row.getInt(4)),
                new Line(agb(row, 5), row.getObject(6, LocalDate.class)));
    }

    @Override
    public void close() {
        try {
            loader.stop();
            writing.exceptionally(failedAlready -> null).join();
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

    static Agb agb(ResultSet row, int column) throws SQLException {
        return new Agb("%08d".formatted(row.getInt(column)));
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (var statement = duck.createStatement()) {
            statement.execute(values.length == 0 ? sql : sql.formatted(values));
        }
    }

    /** Gives refused rows their line numbers in the file, where the header is line 1 and malformed lines stand between. */
    private static final class FileLines {

        /** The number of the first row's line when no malformed one stands before it. */
        private static final int FIRST = 2;

        private final List<RefusedLine> malformed;
        private final Consumer<RefusedLine> taker;
        private int passed;

        FileLines(List<RefusedLine> malformed, Consumer<RefusedLine> taker) {
            this.malformed = malformed;
            this.taker = taker;
        }

        /** @param row among those that are not malformed, from 0; rows come ascending */
        void take(long row, LineCode code, UUID pseudonym, Agb agb) {
            while (passed < malformed.size() && malformed.get(passed).line() <= row + FIRST + passed) {
                taker.accept(malformed.get(passed++));
            }
            taker.accept(new RefusedLine(row + FIRST + passed, code, pseudonym, agb, null));
        }

        void end() {
            while (passed < malformed.size()) {
                taker.accept(malformed.get(passed++));
            }
        }
    }
}
