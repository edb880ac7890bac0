package nl.mtvp.payment.ledger.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.payment.ledger.domain.Creditor;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Rows as records. A creditor stands in them as its account; for a {@code Deed made} a statement selects
 * {@code made_by as made, made_at}.
 */
public final class Rows {

    private static final ColumnMapper<Deed> DEED = (row, column, context) -> {
        var by = row.getString(column);
        var at = row.getMetaData().getColumnLabel(column) + "_at";
        return by == null
                ? null
                : new Deed(by, row.getObject(at, OffsetDateTime.class).toInstant());
    };

    private static final ColumnMapper<Creditor> CREDITOR = (row, column, context) -> Creditor.of(row.getString(column));

    private Rows() {}

    public static <R> RowMapper<R> of(Class<R> type) {
        return new RowMapper<>() {
            @Override
            public R map(ResultSet row, StatementContext context) throws SQLException {
                return specialize(row, context).map(row, context);
            }

            @Override
            public RowMapper<R> specialize(ResultSet rows, StatementContext context) throws SQLException {
                var columns = context.getConfig(ColumnMappers.class);
                columns.register(Deed.class, DEED);
                columns.register(Creditor.class, CREDITOR);
                return ConstructorMapper.of(type).specialize(rows, context);
            }
        };
    }
}
