package nl.mtvp.kernel.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Lists page by cursor. A resource takes {@code limit} and {@code cursor}, asks its use case for one row more than the
 * limit, and answers with {@link #of}: when the extra row is there, {@code Link: rel="next"} points to the next page.
 */
public final class Page {

    public static final String LIMIT_DEFAULT = "50";
    public static final int LIMIT_MAX = 1_000;

    private Page() {}

    /**
     * @param rows up to {@code limit + 1} rows in the list's fixed order
     * @param position where a row stands in that order, to go on after it
     */
    public static <R, T> RestResponse<List<T>> of(
            List<R> rows, int limit, Function<R, ?> position, Function<R, T> shown, UriInfo uri) {
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var answer = ResponseBuilder.ok(page.stream().map(shown).toList());
        if (rows.size() > limit) {
            var cursor = cursor(position.apply(page.get(page.size() - 1)).toString());
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", cursor)
                    .build();
            answer.header(
                    HttpHeaders.LINK, Link.fromUri(next).rel("next").build().toString());
        }
        return answer.build();
    }

    /** The position in a cursor that we gave out, or null for the first page. */
    public static String after(String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var position = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (position.indexOf('\0') >= 0) {
                throw foreignCursor();
            }
            return position;
        } catch (IllegalArgumentException foreign) {
            throw foreignCursor();
        }
    }

    /** The same for lists that are in the order of their ids. */
    public static UUID afterId(String cursor) {
        var position = after(cursor);
        try {
            return position == null ? null : UUID.fromString(position);
        } catch (IllegalArgumentException foreign) {
            throw foreignCursor();
        }
    }

    private static InvalidInput foreignCursor() {
        return new InvalidInput(Fault.inQuery(
                "cursor", "malformed", "take the cursor from the Link header of the page before; it is opaque"));
    }

    private static String cursor(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }
}
