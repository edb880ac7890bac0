package nl.mtvp.kernel.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.mtvp.kernel.db.Sql;

/** Writes down what it is given; it refuses an event of type {@code nl.mtvp.stubborn.v1} until it is told to yield. */
@ApplicationScoped
public class TrialHandler implements FeedHandler {

    static final AtomicBoolean YIELDS = new AtomicBoolean();

    private final Sql sql;

    TrialHandler(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String feed() {
        return "trial";
    }

    @Override
    public void apply(FeedEvent event, Instant recordedAt) {
        sql.update("insert into applied values (:id, cast(:data as jsonb), :recordedAt)")
                .bind("id", event.id())
                .bind("data", event.data().toString())
                .bind("recordedAt", recordedAt)
                .execute();
        if (event.type().equals("nl.mtvp.stubborn.v1") && !YIELDS.get()) {
            throw new IllegalStateException("this event cannot be applied yet");
        }
    }
}
