package nl.mtvp.payment.answer.rest;

import java.net.URI;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers that tell what was made (201). */
public final class Created {

    private Created() {}

    /** What has no place of its own. */
    public static <T> RestResponse<T> of(T made) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, made).build();
    }

    /** @param place the path at which it is read from now on */
    public static <T> RestResponse<T> of(T made, Function<T, String> place) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .location(URI.create(place.apply(made)))
                .build();
    }
}
