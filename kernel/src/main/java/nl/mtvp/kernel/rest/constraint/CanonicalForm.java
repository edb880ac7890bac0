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
import nl.mtvp.kernel.json.CanonicalJson;

/** JSON that is compared or hashed: it has a canonical form (RFC 8785) that says all that it says. */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = CanonicalForm.Canonical.class)
public @interface CanonicalForm {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the first place that has no canonical form. */
    final class Canonical implements ConstraintValidator<CanonicalForm, Object> {

        @Override
        public boolean isValid(Object value, ConstraintValidatorContext context) {
            var flaw = CanonicalJson.flaw(value);
            flaw.ifPresent(found -> {
                context.disableDefaultConstraintViolation();
                // Not as a template: what stands in it came from outside.
                context.buildConstraintViolationWithTemplate(found.replaceAll("[{}$\\\\]", "\\\\$0"))
                        .addConstraintViolation();
            });
            return flaw.isEmpty();
        }
    }
}
