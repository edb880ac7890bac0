package nl.mtvp.payment.fact.db;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import nl.mtvp.kernel.identity.Deed;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Rows as records that tell who did what and when: for a {@code Deed made} a statement selects
 * {@code made_by as made, made_at}.
 */
public final class Rows {

    private static final ColumnMapper<Deed> DEED =
            (row, column, context) -> deed(row, row.getMetaData().getColumnLabel(column));

    private Rows() {}

    public static <R> RowMapper<R> of(Class<R> type) {
        return of(type, Deed.class, DEED);
    }

    /** Rows as records that have another part, which stands in one column. */
    public static <R> RowMapper<R> of(Class<R> type, Type part, ColumnMapper<?> column) {
        return new RowMapper<>() {
            @Override
            public R map(ResultSet row, StatementContext context) throws SQLException {
                return specialize(row, context).map(row, context);
            }

            @Override
            public RowMapper<R> specialize(ResultSet rows, StatementContext context) throws SQLException {
                context.getConfig(ColumnMappers.class).register(part, column);
                return ConstructorMapper.of(type).specialize(rows, context);
            }
        };
    }

    /** The deed of this name, for a row that is not read as a record; null when nobody did it. */
    public static Deed deed(ResultSet row, String name) throws SQLException {
        var by = row.getString(name);
        return by == null
                ? null
                : new Deed(by, row.getObject(name + "_at", OffsetDateTime.class).toInstant());
    }
}
