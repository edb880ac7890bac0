package nl.mtvp.kernel.rest.limit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that takes long, and so a place among those of its kind, which the client may have no more of (429). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Takes {

    ClientLimits.Work value();
}
