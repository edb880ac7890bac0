package nl.mtvp.kernel.feed;

import java.time.Instant;

/** What a service does with the events of a neighbour's feed: one bean per feed that it follows. */
public interface FeedHandler {

    /** The feed's name, which is also its configuration's: {@code mtvp.feed.follow.<name>.url}. */
    String feed();

    /**
     * The moment at which this service records the event, taken within the transaction that applies it.
     *
     * @param now the clock's
     */
    default Instant recordingTime(FeedEvent event, Instant now) {
        return now;
    }

    /**
     * Applies an event. Called once for each, in order, in the transaction that moves the position; called again with
     * the same arguments when the projection is rebuilt from the inbox. An event of a type that this service has no
     * use for is let be; one that cannot be applied throws, and the feed waits for somebody to look.
     */
    void apply(FeedEvent event, Instant recordedAt);
}
