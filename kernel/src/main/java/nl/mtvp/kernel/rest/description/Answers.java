package nl.mtvp.kernel.rest.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an operation answers and refuses beyond the ordinary, for the API's description: a sentence for each status. The
 * ordinary ones are {@link Description}'s.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Answers {

    /** 201 of a POST, else 200: what the answer tells. */
    String done() default "";

    /** 304: of what the caller has it already. */
    String unchanged() default "";

    /** 400: what its form wants. */
    String invalid() default "";

    /** 403: who may not, of those whose role may. */
    String forbidden() default "";

    /** 404: what is not there, or not for the caller. */
    String missing() default "";

    /** 409: what is so already, or not yet. */
    String conflict() default "";

    /** 412: what changed since it was read. */
    String changed() default "";

    /** 413: how much is too much. */
    String large() default "";

    /** 429: of what there are too many. */
    String busy() default "";

    /** 503: which neighbour is away. */
    String away() default "";
}
