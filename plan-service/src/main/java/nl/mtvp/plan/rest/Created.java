package nl.mtvp.plan.rest;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The answer to a request that creates. */
public final class Created {

    private Created() {}

    public static <T> RestResponse<T> of(T shown) {
        return RestResponse.status(Status.CREATED, shown);
    }

    /** The same with where it is found from now on. */
    public static <T> RestResponse<T> at(String path, T shown) {
        return ResponseBuilder.create(Status.CREATED, shown)
                .location(URI.create(path))
                .build();
    }
}
