package nl.mtvp.kernel.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** What operations may turn about feeds. */
@ConfigMapping(prefix = "mtvp.feed")
interface FeedConfig {

    /** The CloudEvents source of this service's own events. */
    String source();

    /** The neighbours' feeds that this service follows, by name. */
    Map<String, Followed> follow();

    interface Followed {

        /** Where the feed is, like {@code https://plan.example/v1/events}. */
        URI url();

        /** How long one request waits for news. */
        @WithDefault("5s")
        Duration poll();

        /** How many events are taken at once. */
        @WithDefault("200")
        int limit();
    }
}
