package nl.mtvp.kernel.feed;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.limit.ClientLimits.Work;
import nl.mtvp.kernel.rest.limit.Takes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The feed of this service's events, in the manner of HTTP feeds: an array in order, empty when nothing is newer. */
@Path("/events")
@Tag(name = "Events", description = "What happened here, in order, for the neighbouring services")
@RolesAllowed(Roles.SERVICE)
public class FeedResource {

    public static final String MEDIA_TYPE = "application/cloudevents-batch+json";

    private final Readers readers;
    private final CurrentVertxRequest request;
    private final String source;

    FeedResource(
            Readers readers, CurrentVertxRequest request, @ConfigProperty(name = "mtvp.feed.source") String source) {
        this.readers = readers;
        this.request = request;
        this.source = source;
    }

    /** CloudEvents 1.0 in its JSON form. */
    public record CloudEvent(
            String specversion,
            UUID id,
            String source,
            String type,
            String subject,
            Instant time,
            String datacontenttype,
            Object data) {}

    @GET
    @Produces(MEDIA_TYPE)
    @Blocking
    @Takes(Work.READER)
    @Operation(
            summary = "The events after one that you have",
            description = "Role: service. Long poll: waits up to `timeout` ms for something newer. Each event's `time`"
                    + " is when this service recorded the fact. There may be fewer events in an answer than `limit` while"
                    + " newer ones are there: you are at the end when it is []. What stands in each type of event says its schema in"
                    + " `openapi/events`.")
    @Answers(
            done = "The next events in order; [] when nothing is newer",
            invalid = "No event has the id lastEventId, or a parameter is out of bounds",
            busy = "As many readers of yours wait as may")
    public Uni<List<CloudEvent>> listEvents(
            @QueryParam("lastEventId") UUID lastEventId,
            @QueryParam("timeout") @DefaultValue("0") @Min(0) @Max(30_000) Integer timeout,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1_000) Integer limit) {
        return readers.next(lastEventId, limit, Duration.ofMillis(timeout), gone())
                .map(events -> events.stream().map(this::shown).toList());
    }

    /** Completes when the caller leaves, and when it is answered. */
    private Uni<Void> gone() {
        var context = request.getCurrent();
        return Uni.createFrom().emitter(left -> context.addEndHandler(over -> left.complete(null)));
    }

    private CloudEvent shown(FeedEvent event) {
        return new CloudEvent(
                "1.0",
                event.id(),
                source,
                event.type(),
                event.subject(),
                event.time(),
                "application/json",
                event.data());
    }
}
