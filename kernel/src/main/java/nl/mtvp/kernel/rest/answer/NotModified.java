package nl.mtvp.kernel.rest.answer;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Whoever reads what it has already is told so, and nothing more (RFC 9110, 13.1.2): 304 instead of 200. Whoever wants one
 * version only is refused another one (13.1.1).
 */
@Provider
public class NotModified implements ContainerResponseFilter {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var tag = response.getHeaders().getFirst(HttpHeaders.ETAG);
        if (tag == null || response.getStatus() != OK || !READING.contains(request.getMethod())) {
            return;
        }
        var wanted = request.getHeaderString(HttpHeaders.IF_MATCH);
        if (wanted != null && !wanted.isBlank() && !ETags.isWanted(wanted, written(tag))) {
            throw new ETags.AnotherVersion(written(tag));
        }
        var had = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (had != null && ETags.isListed(had, written(tag))) {
            response.setEntity(null);
            response.setStatus(NOT_MODIFIED);
        }
    }

    private static String written(Object tag) {
        return tag instanceof EntityTag known ? '"' + known.getValue() + '"' : tag.toString();
    }
}
