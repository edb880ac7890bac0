package nl.mtvp.payment.ion.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.fact.db.Rows;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.Delivery.Compression;
import nl.mtvp.payment.ion.domain.Delivery.DeliveryStatus;
import nl.mtvp.payment.ion.domain.Delivery.Receiving;
import nl.mtvp.payment.ion.domain.Delivery.State;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.threeten.extra.YearQuarter;

/** Reads deliveries; how each state is read is found out once for all rows. */
final class DeliveryMapper implements RowMapper<Delivery> {

    @Override
    public Delivery map(ResultSet row, StatementContext context) throws SQLException {
        return specialize(row, context).map(row, context);
    }

    @Override
    public RowMapper<Delivery> specialize(ResultSet rows, StatementContext context) throws SQLException {
        var states = new EnumMap<DeliveryStatus, RowMapper<? extends State>>(DeliveryStatus.class);
        for (var status : DeliveryStatus.values()) {
            states.put(
                    status,
                    status == DeliveryStatus.RECEIVING
                            ? (row, nothing) -> new Receiving()
                            : ConstructorMapper.of(status.state()).specialize(rows, context));
        }
        return (row, of) -> delivery(
                row, states.get(DeliveryStatus.valueOf(row.getString("status"))).map(row, of));
    }

    private static Delivery delivery(ResultSet row, State state) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                new Uzovi(row.getString("uzovi")),
                YearQuarter.from(row.getObject("quarter", LocalDate.class)),
                row.getLong("row_count"),
                row.getString("content_digest"),
                Compression.valueOf(row.getString("compression")),
                Rows.deed(row, "announced"),
                row.getInt("attempts"),
                state);
    }
}
