package nl.mtvp.payment.approval.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import nl.mtvp.kernel.access.Deed;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** How SQL tells who did something and when: for a {@code Deed made} it selects {@code made_by as made, made_at}. */
public final class DeedColumns {

    private static final ColumnMapper<Deed> DEED = (row, column, context) -> {
        var by = row.getString(column);
        var at = row.getMetaData().getColumnLabel(column) + "_at";
        return by == null
                ? null
                : new Deed(by, row.getObject(at, OffsetDateTime.class).toInstant());
    };

    private DeedColumns() {}

    /** Rows as records, in which a deed is one component. */
    public static <R> RowMapper<R> rows(Class<R> type) {
        return new RowMapper<>() {
            @Override
            public R map(ResultSet row, StatementContext context) throws SQLException {
                return specialize(row, context).map(row, context);
            }

            @Override
            public RowMapper<R> specialize(ResultSet rows, StatementContext context) throws SQLException {
                context.getConfig(ColumnMappers.class).register(Deed.class, DEED);
                return ConstructorMapper.of(type).specialize(rows, context);
            }
        };
    }
}
