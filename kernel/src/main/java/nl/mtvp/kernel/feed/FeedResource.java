package nl.mtvp.kernel.feed;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The feed of this service's events, in the manner of HTTP feeds: an array in order, empty when nothing is newer. */
@Path("/events")
@Tag(name = "Events", description = "What happened here, in order, for the neighbouring services")
@RolesAllowed(Roles.SERVICE)
public class FeedResource {

    public static final String MEDIA_TYPE = "application/cloudevents-batch+json";

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Events events;
    private final Transactions transactions;
    private final String source;

    FeedResource(Events events, Transactions transactions, @ConfigProperty(name = "mtvp.feed.source") String source) {
        this.events = events;
        this.transactions = transactions;
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
    @Operation(
            operationId = "listEvents",
            summary = "The events after one that you have",
            description = "Role: service. Long poll: waits up to `timeout` ms for something newer. Each event's `time`"
                    + " is when this service recorded the fact.")
    @APIResponse(responseCode = "200", description = "The next events in order; [] when nothing is newer")
    @APIResponse(responseCode = "400", description = "No event has the id lastEventId, or a parameter is out of bounds")
    public List<CloudEvent> list(
            @QueryParam("lastEventId") @Parameter(description = "Exclusive; leave it away to begin at the beginning")
                    UUID lastEventId,
            @QueryParam("timeout") @DefaultValue("0") @Min(0) @Max(30_000) @Parameter(description = "In milliseconds")
                    Integer timeout,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1_000) Integer limit) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeout);
        while (true) {
            var next = next(lastEventId, limit);
            if (!next.isEmpty() || System.nanoTime() >= until) {
                return next;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private List<CloudEvent> next(UUID lastEventId, int limit) {
        transactions.perform(events::place);
        return transactions.run(() -> {
            long position = lastEventId == null
                    ? 0
                    : events.positionOf(lastEventId)
                            .orElseThrow(() -> new InvalidInput(Fault.inQuery(
                                    "lastEventId",
                                    "unknown-event",
                                    "this feed has no such event; if it was restored from a backup, follow it anew")));
            return events.after(position, limit).stream().map(this::shown).toList();
        });
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
