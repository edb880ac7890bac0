package nl.mtvp.payment.ion.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mtvp.kernel.identity.Agb;

/**
 * Holds the accepted lines of one delivery against the evidence of other insurers' (D39): one join in DuckDB over their
 * Parquet files, of which only the matches come into memory, one by one.
 */
public final class DoubleInsurance {

    private final Connection duck;

    DoubleInsurance(Connection duck) {
        this.duck = duck;
    }

    /** A line as its insurer delivered it. */
    public record Line(Agb agb, LocalDate registeredOn) {}

    /** A patient of the delivery who stands in another delivery too. */
    public record Match(UUID pseudonym, Line line, UUID otherDelivery, Line otherLine) {}

    /**
     * Gives each patient of the delivery whom another one has too.
     *
     * @param others evidence of the other deliveries, by their ids
     */
    public void each(Map<UUID, Path> others, Consumer<Match> taker) {
        if (others.isEmpty()) {
            return;
        }
        var deliveries = List.copyOf(others.keySet());
        try (var statement = duck.createStatement();
                var rows = statement.executeQuery(matches(deliveries, others))) {
            while (rows.next()) {
                taker.accept(match(rows, deliveries));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB cannot compare the evidence", failure);
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
                new Line(DeliveryLines.agb(row, 2), row.getObject(3, LocalDate.class)),
                deliveries.get(row.getInt(4)),
                new Line(DeliveryLines.agb(row, 5), row.getObject(6, LocalDate.class)));
    }
}
