package nl.mtvp.suite.portal;

import static nl.mtvp.suite.common.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.mtvp.suite.common.Json;

/** Tells contract-service how offers closed, each closing again and again until it has the receipt. */
final class Dispatcher implements AutoCloseable {

    private static final int THREADS = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final long PAUSE_MIN_MILLIS = 100;
    private static final long PAUSE_MAX_MILLIS = 3_000;
    private static final Set<Integer> REFUSED_FOR_GOOD = Set.of(400, 404, 409, 413, 415);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
    private final HttpClient http;
    private final URI listener;
    private final Supplier<String> token;
    private final Supplier<Mischief> mischief;
    private final Consumer<UUID> received;
    private final Map<UUID, PutAside> putAside = new ConcurrentHashMap<>();

    /** A closing that contract-service refused for good; a person has to look. */
    record PutAside(JsonNode message, int status, String answer) {}

    /** @param received hears of each offer whose closing has its receipt */
    Dispatcher(
            HttpClient http,
            URI listener,
            Supplier<String> token,
            Supplier<Mischief> mischief,
            Consumer<UUID> received) {
        this.http = http;
        this.listener = listener;
        this.token = token;
        this.mischief = mischief;
        this.received = received;
    }

    void tell(PortalOffer offer) {
        var message = offer.closing().orElseThrow();
        schedule(offer.id(), message, 1, fate(message, 1).waitMillis());
    }

    List<PutAside> putAside() {
        return List.copyOf(putAside.values());
    }

    private void schedule(UUID offer, JsonNode message, int attempt, long millis) {
        if (!threads.isShutdown()) {
            threads.schedule(() -> attempt(offer, message, attempt), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void attempt(UUID offer, JsonNode message, int attempt) {
        var fate = fate(message, attempt);
        try {
            var answer = send(message);
            if (answer.statusCode() == 200 && !fate.receiptLost()) {
                received.accept(offer);
                if (fate.twice()) {
                    send(message);
                }
                return;
            }
            if (REFUSED_FOR_GOOD.contains(answer.statusCode())) {
                putAside.put(offer, new PutAside(message, answer.statusCode(), answer.body()));
                say("refused for good with %d: offer %s", answer.statusCode(), offer);
                return;
            }
            if (answer.statusCode() != 200) {
                say("answered %d, will try again: offer %s", answer.statusCode(), offer);
            }
        } catch (IOException | RuntimeException unreachable) {
            say(
                    "not reached (%s), will try again: offer %s",
                    unreachable.getClass().getSimpleName(), offer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        schedule(offer, message, attempt + 1, pause(attempt));
    }

    private HttpResponse<String> send(JsonNode message) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(listener)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token.get())
                .POST(BodyPublishers.ofByteArray(Json.bytes(message)))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private Mischief.Outgoing fate(JsonNode message, int attempt) {
        return mischief.get().outgoing(text(message, "messageId"), attempt);
    }

    /** Later and later, with some chance in it, so that those who failed together do not all come back together. */
    private static long pause(int attempt) {
        long most = Math.min(PAUSE_MAX_MILLIS, PAUSE_MIN_MILLIS << Math.min(attempt, 10));
        return ThreadLocalRandom.current().nextLong(most / 2, most + 1);
    }

    /** Ids only: what is in a message is nobody's business in a log. */
    private static void say(String format, Object... arguments) {
        System.out.printf("contract-service " + format + "%n", arguments);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
