package nl.mtvp.kernel.rest.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How much of this service one client may take, and all of them together; docs/operating.md tells how to choose. */
@ConfigMapping(prefix = "mtvp.limits")
public interface LimitsConfig {

    /** How many requests of one client are here at once: worked on, or waiting for their turn. */
    @WithDefault("64")
    int clientRequests();

    /**
     * How many of them are worked on; without it two for each processor, and twelve at most. More keep the processors from
     * reading what others ask. Less than the database's connections, so that others get some.
     */
    OptionalInt clientWorkers();

    /** How many files and verifications one client has under way. */
    @WithDefault("3")
    int clientHeavy();

    /** How many files and verifications are under way. */
    @WithDefault("6")
    int heavy();

    /** How long the place of a file that its reader left is kept taken: whoever comes and goes gets on no faster. */
    @WithDefault("PT1S")
    Duration pauseAfterLeaving();

    /** How many uploads one client has under way. */
    @WithDefault("32")
    int clientUploads();

    /** How many uploads are under way. */
    @WithDefault("128")
    int uploads();

    /** How many readers of the feed one client has waiting. */
    @WithDefault("400")
    int clientReaders();

    /** How many of them read at once; whoever has read what is there and waits is none of them. */
    @WithDefault("6")
    int clientReadersReading();

    /** How many readers of the feed are waiting. */
    @WithDefault("2000")
    int readers();
}
