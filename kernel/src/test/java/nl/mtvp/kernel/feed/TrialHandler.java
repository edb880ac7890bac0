package nl.mtvp.kernel.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/** Writes down what it is given; it refuses an event of type {@code nl.mtvp.stubborn.v1} until it is told to yield. */
@ApplicationScoped
public class TrialHandler implements FeedHandler {

    static final AtomicBoolean YIELDS = new AtomicBoolean();

    @Override
    public String feed() {
        return "trial";
    }

    @Override
    public void apply(Handle tx, FeedEvent event, Instant recordedAt) {
        tx.createUpdate("insert into applied values (:id, cast(:data as jsonb), :recordedAt)")
                .bind("id", event.id())
                .bind("data", event.data().toString())
                .bind("recordedAt", recordedAt)
                .execute();
        if (event.type().equals("nl.mtvp.stubborn.v1") && !YIELDS.get()) {
            throw new IllegalStateException("this event cannot be applied yet");
        }
    }
}
