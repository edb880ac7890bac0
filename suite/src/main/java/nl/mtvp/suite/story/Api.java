package nl.mtvp.suite.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mtvp.suite.identity.Tokens;
import nl.mtvp.suite.stack.Service;

/** The public APIs of the three services, called as somebody. Safe to use from several threads. */
public final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int PAGE = 1_000;

    private final Function<Service, URI> addresses;
    private final Tokens tokens;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public Api(Function<Service, URI> addresses, Tokens tokens) {
        this.addresses = addresses;
        this.tokens = tokens;
    }

    /** @param who a person or a system of the stack */
    public As as(String who) {
        return new As(who);
    }

    /** Calls with one's own token. */
    public final class As {

        private final String who;

        private As(String who) {
            this.who = who;
        }

        public Answer get(Service service, String path) {
            return send(service, path, "GET", BodyPublishers.noBody(), "application/json");
        }

        /** What is no JSON, as it is. */
        public String text(Service service, String path) {
            var uri = URI.create(addresses.apply(service) + "/v1" + path);
            return received(request(uri, "GET", BodyPublishers.noBody(), "application/json")
                            .build())
                    .body();
        }

        /** Each POST has an idempotency key of its own. */
        public Answer post(Service service, String path, Object body) {
            return send(service, path, "POST", BodyPublishers.ofString(json(body)), "application/json");
        }

        /** A POST that may be repeated: with the same key the service does it once. */
        public Answer post(Service service, String path, Object body, String idempotencyKey) {
            return send(
                    service,
                    path,
                    "POST",
                    BodyPublishers.ofString(json(body)),
                    "application/json",
                    "Idempotency-Key",
                    idempotencyKey);
        }

        /** A POST without a body. */
        public Answer post(Service service, String path) {
            return send(service, path, "POST", BodyPublishers.noBody(), "application/json");
        }

        /** One JSON object a line. */
        public Answer postLines(Service service, String path, List<?> lines) {
            var body = lines.stream().map(Api::json).collect(Collectors.joining("\n", "", "\n"));
            return send(service, path, "POST", BodyPublishers.ofString(body), "application/x-ndjson");
        }

        public Answer patch(Service service, String path, BodyPublisher body, String... headers) {
            return send(service, path, "PATCH", body, "application/offset+octet-stream", headers);
        }

        /** All pages of a list. */
        public List<JsonNode> all(Service service, String path) {
            var rows = new ArrayList<JsonNode>();
            var page = get(service, path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE)
                    .expect(200);
            page.body().forEach(rows::add);
            while (page.next().isPresent()) {
                page = send(request(URI.create(page.next().get()), "GET", BodyPublishers.noBody(), "application/json"))
                        .expect(200);
                page.body().forEach(rows::add);
            }
            return rows;
        }

        private Answer send(
                Service service, String path, String method, BodyPublisher body, String type, String... headers) {
            var uri = URI.create(addresses.apply(service) + "/v1" + path.replace(" ", "%20"));
            var request = request(uri, method, body, type);
            for (int at = 0; at < headers.length; at += 2) {
                request.setHeader(headers[at], headers[at + 1]);
            }
            return send(request);
        }

        private HttpRequest.Builder request(URI uri, String method, BodyPublisher body, String type) {
            var request = HttpRequest.newBuilder(uri)
                    .timeout(TIMEOUT)
                    .method(method, body)
                    .header("Authorization", "Bearer " + tokens.of(who))
                    .header("Content-Type", type);
            return method.equals("POST")
                    ? request.header("Idempotency-Key", UUID.randomUUID().toString())
                    : request;
        }

        private Answer send(HttpRequest.Builder builder) {
            var request = builder.build();
            var response = received(request);
            try {
                var body = response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
                return new Answer(shown(request), response.statusCode(), response.headers(), body);
            } catch (IOException failure) {
                throw new StoryFailure(shown(request) + " failed: " + failure, failure);
            }
        }

        private HttpResponse<String> received(HttpRequest request) {
            try {
                return http.send(request, BodyHandlers.ofString());
            } catch (IOException failure) {
                throw new StoryFailure(shown(request) + " failed: " + failure, failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new StoryFailure(shown(request) + " was interrupted", stopped);
            }
        }

        private String shown(HttpRequest request) {
            return who + ": " + request.method() + " " + request.uri();
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("a body that is no JSON: " + body, impossible);
        }
    }
}
