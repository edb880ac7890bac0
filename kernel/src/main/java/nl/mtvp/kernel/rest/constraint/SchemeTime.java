package nl.mtvp.kernel.rest.constraint;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import nl.mtvp.kernel.time.Quarters;
import org.threeten.extra.YearQuarter;

/**
 * A day, moment or quarter of a request that can have to do with the scheme (Choice). Every one of them bears this; what a
 * rule asks besides, such as "not in the future", its own code says.
 */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = SchemeTime.Bounded.class)
public @interface SchemeTime {

    /** The year in which the Integraal Zorgakkoord asked for it. */
    String EARLIEST = "2022-01-01";

    String LATEST = "2099-12-31";

    /** The first day that is taken. */
    String from() default EARLIEST;

    String message() default "this lies between {from} and " + LATEST;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Holds what lies on a day to the bounds: a moment by its day at Greenwich, a quarter by its first. */
    final class Bounded implements ConstraintValidator<SchemeTime, TemporalAccessor> {

        private static final LocalDate LAST = LocalDate.parse(LATEST);

        private LocalDate first;

        @Override
        public void initialize(SchemeTime bounds) {
            first = LocalDate.parse(bounds.from());
        }

        @Override
        public boolean isValid(TemporalAccessor value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            var day = value instanceof Instant moment
                    ? LocalDate.ofInstant(moment, ZoneOffset.UTC)
                    : value instanceof YearQuarter quarter ? Quarters.peildatum(quarter) : LocalDate.from(value);
            return !day.isBefore(first) && !day.isAfter(LAST);
        }
    }
}
