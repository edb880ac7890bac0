package nl.mtvp.payment.ion.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.mtvp.kernel.identity.Agb;

/**
 * Holds the evidence of one delivery against that of other insurers' (D39): one join in DuckDB over the Parquet files,
 * of which only the matches come into memory, one by one.
 */
@ApplicationScoped
public class DoubleInsurance {

    private final EvidenceStore evidence;
    private final EvidenceConfig config;

    DoubleInsurance(EvidenceStore evidence, EvidenceConfig config) {
        this.evidence = evidence;
        this.config = config;
    }

    /** A line as its insurer delivered it. */
    public record Line(Agb agb, LocalDate registeredOn) {}

    /** A patient of the delivery who stands in another delivery too. */
    public record Match(UUID pseudonym, Line line, UUID otherDelivery, Line otherLine) {}

    /**
     * Gives each patient of the delivery whom another one has too.
     *
     * @param evidenceDigest of the delivery
     * @param others evidence digests of the other deliveries, by their ids
     * @param spill a folder for what does not fit in memory
     */
    public void each(String evidenceDigest, Map<UUID, String> others, Path spill, Consumer<Match> taker) {
        if (others.isEmpty()) {
            return;
        }
        try (var duck = Duck.open(config, spill);
                var statement = duck.createStatement();
                var rows = statement.executeQuery(matches(evidenceDigest, others))) {
            while (rows.next()) {
                taker.accept(match(rows));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB cannot compare the evidence", failure);
        }
    }

    private String matches(String evidenceDigest, Map<UUID, String> others) {
        var theirs = others.entrySet().stream()
                .map(other -> "select '" + other.getKey() + "' as delivery, * from " + parquet(other.getValue()))
                .collect(Collectors.joining(" union all "));
        return """
                select own.pseudonym, own.agb, own.registered_on, other.delivery, other.agb, other.registered_on
                from %s own join (%s) other using (pseudonym)
                """
                .formatted(parquet(evidenceDigest), theirs);
    }

    private String parquet(String digest) {
        return "read_parquet('" + Duck.quoted(evidence.kept(digest)) + "')";
    }

    private static Match match(ResultSet row) throws SQLException {
        return new Match(row.getObject(1, UUID.class), line(row, 2), UUID.fromString(row.getString(4)), line(row, 5));
    }

    private static Line line(ResultSet row, int column) throws SQLException {
        return new Line(new Agb(row.getString(column)), row.getObject(column + 1, LocalDate.class));
    }
}
