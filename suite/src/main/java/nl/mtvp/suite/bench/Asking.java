package nl.mtvp.suite.bench;

import static nl.mtvp.suite.stack.Service.PAYMENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import nl.mtvp.suite.stack.Stack;

/** payment-service as an auditor asks it, or somebody else, with as little work as possible on this side. */
final class Asking {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AUDITOR = "auditor";
    private static final int BUFFER = 1 << 16;
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Stack stack;
    private final String who;

    Asking(Stack stack) {
        this(stack, AUDITOR);
    }

    /** @param who the name of a person or a system */
    Asking(Stack stack, String who) {
        this.stack = stack;
        this.who = who;
    }

    /** What a file came to. */
    record File(long lines, long bytes) {}

    String get(String path) {
        return send(request(path).header("Accept", "application/json"), BodyHandlers.ofString());
    }

    JsonNode json(String path) {
        return read(get(path));
    }

    JsonNode post(String path, Object body) {
        return post(path, body, OK);
    }

    /** The same where something is made. */
    JsonNode created(String path, Object body) {
        return post(path, body, CREATED);
    }

    private JsonNode post(String path, Object body, int wanted) {
        try {
            var request = request(path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
            return read(send(request, BodyHandlers.ofString(), wanted));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads a file to its end and counts its lines. */
    File file(String path, String type) {
        try (var body = send(request(path).header("Accept", type), BodyHandlers.ofInputStream())) {
            return counted(body);
        } catch (IOException failure) {
            throw new UncheckedIOException("the file broke off", failure);
        }
    }

    private static File counted(InputStream body) throws IOException {
        var buffer = new byte[BUFFER];
        long lines = 0;
        long bytes = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            bytes += read;
            for (int at = 0; at < read; at++) {
                lines += buffer[at] == '\n' ? 1 : 0;
            }
        }
        return new File(lines, bytes);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(stack.address(PAYMENT) + "/v1" + path))
                .header("Authorization", "Bearer " + stack.tokens().of(who));
    }

    private <T> T send(HttpRequest.Builder builder, BodyHandler<T> handler) {
        return send(builder, handler, OK);
    }

    private <T> T send(HttpRequest.Builder builder, BodyHandler<T> handler, int wanted) {
        var request = builder.build();
        try {
            HttpResponse<T> answer = http.send(request, handler);
            if (answer.statusCode() != wanted) {
                throw new IllegalStateException(request.method() + " " + request.uri() + " answers "
                        + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(request.uri() + " does not answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
