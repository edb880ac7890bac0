package nl.mtvp.kernel.rest.constraint;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

/**
 * A name, a title, a reference: what is shown within a line, and so is one. Every short text of a request that has no pattern
 * of its own bears this.
 */
@Documented
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = OneLine.Unbroken.class)
public @interface OneLine {

    String message() default "this is one line, without line breaks and tabs";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks for what breaks a line, by whatever character. */
    final class Unbroken implements ConstraintValidator<OneLine, String> {

        private static final Pattern BREAK = Pattern.compile("[\\t\\v]");

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || !BREAK.matcher(text).find();
        }
    }
}
