package nl.mtvp.kernel.db;

import java.time.LocalDate;
import java.util.function.Function;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Big;
import nl.mtvp.kernel.identity.Iban;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.java.ImmutableMutabilityPlan;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.threeten.extra.LocalDateRange;
import org.threeten.extra.YearQuarter;

/** How the kernel's values stand in a column: as attribute or id of an entity, and as parameter of a query. */
public final class ValueTypes implements TypeContributor {

    @Override
    public void contribute(TypeContributions types, ServiceRegistry services) {
        text(types, Agb.class, Agb::code, Agb::new);
        text(types, Uzovi.class, Uzovi::code, Uzovi::new);
        text(types, Kvk.class, Kvk::number, Kvk::new);
        text(types, Iban.class, Iban::number, Iban::new);
        text(types, Big.class, Big::number, Big::new);
        types.contributeJavaType(new Value<>(Euro.class, Long.class, type(SqlTypes.BIGINT), Euro::cents, Euro::new));
        // A quarter stands in the database as its first day, its peildatum.
        types.contributeJavaType(new Value<>(
                YearQuarter.class,
                LocalDate.class,
                type(SqlTypes.DATE),
                quarter -> quarter.atDay(1),
                YearQuarter::from));
        types.contributeJavaType(new Value<>(
                LocalDateRange.class,
                String.class,
                indicators -> DateRangeType.INSTANCE,
                DateRangeType::written,
                DateRangeType::read));
    }

    private static <T> void text(
            TypeContributions types, Class<T> type, Function<T, String> written, Function<String, T> read) {
        types.contributeJavaType(new Value<>(type, String.class, type(SqlTypes.VARCHAR), written, read));
    }

    private static Function<JdbcTypeIndicators, JdbcType> type(int code) {
        return indicators -> indicators.getJdbcType(code);
    }

    /** A value that stands in one column, as a plainer value. */
    private static final class Value<T, C> extends AbstractClassJavaType<T> {

        private final Class<C> plain;
        private final transient Function<JdbcTypeIndicators, JdbcType> column;
        private final transient Function<T, C> written;
        private final transient Function<C, T> read;

        Value(
                Class<T> type,
                Class<C> plain,
                Function<JdbcTypeIndicators, JdbcType> column,
                Function<T, C> written,
                Function<C, T> read) {
            super(type, ImmutableMutabilityPlan.instance());
            this.plain = plain;
            this.column = column;
            this.written = written;
            this.read = read;
        }

        @Override
        public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
            return column.apply(indicators);
        }

        @Override
        public <X> X unwrap(T value, Class<X> wanted, WrapperOptions options) {
            if (value == null || wanted.isInstance(value)) {
                return wanted.cast(value);
            }
            return options.getTypeConfiguration()
                    .getJavaTypeRegistry()
                    .<C>resolveDescriptor(plain)
                    .unwrap(written.apply(value), wanted, options);
        }

        @Override
        public <X> T wrap(X value, WrapperOptions options) {
            if (value == null || getJavaTypeClass().isInstance(value)) {
                return getJavaTypeClass().cast(value);
            }
            return read.apply(options.getTypeConfiguration()
                    .getJavaTypeRegistry()
                    .<C>resolveDescriptor(plain)
                    .wrap(value, options));
        }
    }
}
