package nl.mtvp.kernel.rest.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which properties of an answer may be null, where they are a value of the domain's that the answer unwraps: the domain
 * knows nothing of descriptions. Elsewhere {@code @Schema(nullable = true)} stands at the property.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface MayBeNull {

    /** Their names. */
    String[] value();
}
