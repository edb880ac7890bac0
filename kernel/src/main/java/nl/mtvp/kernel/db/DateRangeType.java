package nl.mtvp.kernel.db;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.postgresql.util.PGobject;
import org.threeten.extra.LocalDateRange;

/** PostgreSQL's {@code daterange}: from its first day to the day after its last, either of which may be open. */
final class DateRangeType implements JdbcType {

    static final DateRangeType INSTANCE = new DateRangeType();

    private static final String NAME = "daterange";

    private DateRangeType() {}

    static String written(LocalDateRange range) {
        return "[" + (range.isUnboundedStart() ? "" : range.getStart()) + ","
                + (range.isUnboundedEnd() ? "" : range.getEnd()) + ")";
    }

    /** @param text as PostgreSQL gives it, which for days is always with its first and without its end */
    static LocalDateRange read(String text) {
        var ends = text.substring(1, text.length() - 1).split(",", -1);
        return LocalDateRange.of(
                ends[0].isEmpty() ? LocalDate.MIN : LocalDate.parse(ends[0]),
                ends[1].isEmpty() ? LocalDate.MAX : LocalDate.parse(ends[1]));
    }

    @Override
    public int getJdbcTypeCode() {
        return Types.OTHER;
    }

    @Override
    public String getFriendlyName() {
        return NAME;
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> type) {
        return new BasicBinder<>(type, this) {

            @Override
            protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                    throws SQLException {
                statement.setObject(index, range(type.unwrap(value, String.class, options)));
            }

            @Override
            protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options)
                    throws SQLException {
                statement.setObject(name, range(type.unwrap(value, String.class, options)));
            }
        };
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> type) {
        return new BasicExtractor<>(type, this) {

            @Override
            protected X doExtract(ResultSet row, int index, WrapperOptions options) throws SQLException {
                return type.wrap(row.getString(index), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, int index, WrapperOptions options) throws SQLException {
                return type.wrap(statement.getString(index), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, String name, WrapperOptions options)
                    throws SQLException {
                return type.wrap(statement.getString(name), options);
            }
        };
    }

    private static PGobject range(String text) throws SQLException {
        var range = new PGobject();
        range.setType(NAME);
        range.setValue(text);
        return range;
    }
}
