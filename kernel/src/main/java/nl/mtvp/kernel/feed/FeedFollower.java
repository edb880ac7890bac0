package nl.mtvp.kernel.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Follows the neighbours' feeds, one thread for each. What goes wrong stops that feed, is shown in health and metrics,
 * and is tried again, ever slower up to half a minute; an event is never skipped.
 */
@ApplicationScoped
public class FeedFollower {

    private static final Logger LOG = Logger.getLogger(FeedFollower.class);
    private static final Duration PAUSE_MIN = Duration.ofMillis(250);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(30);
    private static final Duration TOKEN_WAIT = Duration.ofSeconds(10);

    private final FeedConfig config;
    private final Instance<FeedHandler> handlers;
    private final Inbox inbox;
    private final OidcClient tokens;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> stuck = new ConcurrentHashMap<>();
    private ExecutorService threads;
    private volatile boolean stopping;

    FeedFollower(FeedConfig config, Instance<FeedHandler> handlers, Inbox inbox, OidcClient tokens, ObjectMapper json) {
        this.config = config;
        this.handlers = handlers;
        this.inbox = inbox;
        this.tokens = tokens;
        this.json = json;
    }

    /** Each feed that does not go on, with what is wrong. */
    public Map<String, String> stuck() {
        return Map.copyOf(stuck);
    }

    void start(@Observes StartupEvent startup) {
        threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "feed-follower");
            thread.setDaemon(true);
            return thread;
        });
        for (var handler : handlers) {
            var followed = config.follow().get(handler.feed());
            if (followed != null) {
                threads.execute(() -> follow(handler, followed));
            }
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        threads.shutdownNow();
        if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("a follower did not stop in time; its transaction is left to the database");
        }
    }

    private void follow(FeedHandler handler, FeedConfig.Followed followed) {
        var pause = PAUSE_MIN;
        while (!stopping) {
            try {
                var last = inbox.lastEventId(handler.feed());
                inbox.take(handler, last, read(followed, last));
                if (stuck.remove(handler.feed()) != null) {
                    LOG.infof("feed %s goes on", handler.feed());
                }
                pause = PAUSE_MIN;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException failure) {
                if (stopping) {
                    return;
                }
                // Whatever it is, this thread must live to try again; it is shown until it passes.
                stuck.put(handler.feed(), String.valueOf(failure.getMessage()));
                LOG.warnf(failure, "feed %s does not go on; next try in %s", handler.feed(), pause);
                pause = sleep(pause);
            }
        }
    }

    private List<FeedEvent> read(FeedConfig.Followed followed, Optional<UUID> last)
            throws IOException, InterruptedException {
        var query = "?limit=" + followed.limit() + "&timeout=" + followed.poll().toMillis()
                + last.map(id -> "&lastEventId=" + id).orElse("");
        var request = HttpRequest.newBuilder(URI.create(followed.url() + query))
                .timeout(followed.poll().plusSeconds(30))
                .header("Accept", FeedResource.MEDIA_TYPE)
                .header("Authorization", "Bearer " + token())
                .build();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200) {
                var said = new String(body.readNBytes(2_000), java.nio.charset.StandardCharsets.UTF_8);
                throw new IOException(followed.url() + " answered " + answer.statusCode() + ": " + said);
            }
            return List.of(json.readValue(body, FeedEvent[].class));
        }
    }

    private String token() {
        return tokens.getTokens().await().atMost(TOKEN_WAIT).getAccessToken();
    }

    private static Duration sleep(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        var longer = pause.multipliedBy(2);
        return longer.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : longer;
    }
}
