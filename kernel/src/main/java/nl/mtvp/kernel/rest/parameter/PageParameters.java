package nl.mtvp.kernel.rest.parameter;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What every list takes ({@code limit} and {@code cursor}), and how it answers: a page, and a link to the next. */
public class PageParameters {

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(1_000)
    Integer limit;

    @QueryParam("cursor")
    String cursor;

    @Context
    UriInfo uri;

    public PageRequest request() {
        return new PageRequest(limit, cursor);
    }

    /** The rows as they are shown; {@code Link: rel="next"} when there are more. */
    public <R, T> RestResponse<List<T>> answer(Page<R> page, Function<R, T> shown) {
        var answer = ResponseBuilder.ok(page.rows().stream().map(shown).toList());
        page.next().ifPresent(next -> answer.header(HttpHeaders.LINK, link(next)));
        return answer.build();
    }

    private String link(String next) {
        var page = uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
        return Link.fromUri(page).rel("next").build().toString();
    }
}
