package nl.mtvp.kernel.db;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Big;
import nl.mtvp.kernel.identity.Iban;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.threeten.extra.YearQuarter;

/** The database as this service sees it: JDBI on the pool, which knows how the kernel's values stand in a column. */
@ApplicationScoped
class Databases {

    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource pool) {
        var jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
        // JTA ends transactions: a handle that is closed before has nothing to roll back.
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        text(jdbi, Agb.class, Agb::code, Agb::new);
        text(jdbi, Uzovi.class, Uzovi::code, Uzovi::new);
        text(jdbi, Kvk.class, Kvk::number, Kvk::new);
        text(jdbi, Iban.class, Iban::number, Iban::new);
        text(jdbi, Big.class, Big::number, Big::new);
        jdbi.registerArgument(bound(Euro.class, Types.BIGINT, Euro::cents));
        jdbi.registerColumnMapper(Euro.class, (ColumnMapper<Euro>) (row, column, context) -> {
            long cents = row.getLong(column);
            return row.wasNull() ? null : new Euro(cents);
        });
        // A quarter stands in the database as its first day, its peildatum.
        jdbi.registerArgument(bound(YearQuarter.class, Types.DATE, quarter -> quarter.atDay(1)));
        jdbi.registerColumnMapper(YearQuarter.class, (ColumnMapper<YearQuarter>) (row, column, context) -> {
            var day = row.getObject(column, LocalDate.class);
            return day == null ? null : YearQuarter.from(day);
        });
        return jdbi;
    }

    private static <T> void text(Jdbi jdbi, Class<T> type, Function<T, String> written, Function<String, T> read) {
        jdbi.registerArgument(bound(type, Types.VARCHAR, written));
        jdbi.registerColumnMapper(type, (ColumnMapper<T>) (row, column, context) -> {
            var text = row.getString(column);
            return text == null ? null : read.apply(text);
        });
    }

    private static <T> ArgumentFactory bound(Class<T> type, int sqlType, Function<T, ?> column) {
        return (declared, value, config) -> type.equals(declared)
                ? Optional.of((position, statement, context) ->
                        statement.setObject(position, value == null ? null : column.apply(type.cast(value)), sqlType))
                : Optional.empty();
    }
}
