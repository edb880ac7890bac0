package nl.mtvp.suite.common;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The public APIs of the three services, called as somebody. Safe to use from several threads. */
public final class Api {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int PAGE = 1_000;

    private final Function<Service, URI> addresses;
    private final UnaryOperator<String> tokens;
    private final HttpClient http = Io.http();
    private final Witness witness = Witness.present();

    /** @param tokens gives the token of a person or a system by name */
    public Api(Function<Service, URI> addresses, UnaryOperator<String> tokens) {
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
            return send(request(service, path, "GET", BodyPublishers.noBody(), "application/json"));
        }

        /** What is there: answered with 200. */
        public JsonNode read(Service service, String path) {
            return get(service, path).expect(200).body();
        }

        /** The same as it is, whether it is JSON or not. */
        public String text(Service service, String path) {
            return content(service, path, "*/*", BodyHandlers.ofString());
        }

        /** The same as it comes, for whoever closes it. */
        public InputStream file(Service service, String path, String type) {
            return content(service, path, type, BodyHandlers.ofInputStream());
        }

        private <T> T content(Service service, String path, String accept, BodyHandler<T> handler) {
            var request = request(service, path, "GET", BodyPublishers.noBody(), "application/json")
                    .header("Accept", accept)
                    .build();
            var answer = received(request, handler);
            if (answer.statusCode() != 200) {
                throw new StoryFailure(shown(request) + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        }

        /** Each POST has an idempotency key of its own. */
        public Answer post(Service service, String path, Object body) {
            return post(service, path, body, UUID.randomUUID().toString());
        }

        /** A POST that may be repeated: with the same key the service does it once. */
        public Answer post(Service service, String path, Object body, String idempotencyKey) {
            var request =
                    request(service, path, "POST", BodyPublishers.ofString(Json.written(body)), "application/json");
            return send(request.setHeader("Idempotency-Key", idempotencyKey));
        }

        /** A POST without a body. */
        public Answer post(Service service, String path) {
            return send(request(service, path, "POST", BodyPublishers.noBody(), "application/json"));
        }

        /** A POST that makes something: answered with 201. */
        public Answer make(Service service, String path, Object body) {
            return post(service, path, body).expect(201);
        }

        /** The same without a body. */
        public Answer make(Service service, String path) {
            return post(service, path).expect(201);
        }

        /** One JSON object a line. */
        public Answer postLines(Service service, String path, List<?> lines) {
            var body = lines.stream().map(Json::written).collect(Collectors.joining("\n", "", "\n"));
            return send(request(service, path, "POST", BodyPublishers.ofString(body), "application/x-ndjson"));
        }

        public Answer patch(Service service, String path, byte[] body, String... headers) {
            return send(
                    request(service, path, "PATCH", BodyPublishers.ofByteArray(body), "application/offset+octet-stream")
                            .headers(headers));
        }

        /** All pages of a list. */
        public List<JsonNode> all(Service service, String path) {
            var rows = new ArrayList<JsonNode>();
            var next = Optional.of(uri(service, path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE));
            while (next.isPresent()) {
                var page = send(request(next.get(), "GET", BodyPublishers.noBody(), "application/json"))
                        .expect(200);
                page.body().forEach(rows::add);
                next = page.next().map(URI::create);
            }
            return rows;
        }

        private HttpRequest.Builder request(
                Service service, String path, String method, BodyPublisher body, String type) {
            return request(uri(service, path), method, body, type);
        }

        private URI uri(Service service, String path) {
            return URI.create(addresses.apply(service) + "/v1" + path.replace(" ", "%20"));
        }

        private HttpRequest.Builder request(URI uri, String method, BodyPublisher body, String type) {
            var request = HttpRequest.newBuilder(uri)
                    .timeout(TIMEOUT)
                    .method(method, body)
                    .header("Authorization", "Bearer " + tokens.apply(who))
                    .header("Content-Type", type);
            return method.equals("POST")
                    ? request.header("Idempotency-Key", UUID.randomUUID().toString())
                    : request;
        }

        private Answer send(HttpRequest.Builder builder) {
            var request = builder.build();
            var response = received(request, BodyHandlers.ofString());
            try {
                var body = response.body().isBlank() ? MissingNode.getInstance() : Json.read(response.body());
                return new Answer(shown(request), response.statusCode(), response.headers(), body);
            } catch (UncheckedIOException failure) {
                throw new StoryFailure(shown(request) + " failed: " + failure, failure);
            }
        }

        private <T> HttpResponse<T> received(HttpRequest request, BodyHandler<T> handler) {
            try {
                var answer = Io.answer(http, request, handler);
                witness.saw(request, answer);
                return answer;
            } catch (IOException failure) {
                throw new StoryFailure(shown(request) + " failed: " + failure, failure);
            }
        }

        private String shown(HttpRequest request) {
            return who + ": " + request.method() + " " + request.uri();
        }
    }
}
