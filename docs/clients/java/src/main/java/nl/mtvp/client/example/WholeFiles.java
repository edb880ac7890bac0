package nl.mtvp.client.example;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.client.ApiException;

/** The two calls with a body that is no JSON; the generated methods would write and read JSON all the same. */
final class WholeFiles {

    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String payment;
    private final Supplier<String> token;

    WholeFiles(String payment, Supplier<String> token) {
        this.payment = payment;
        this.token = token;
    }

    /** A delivery's content in one piece: {@code sendContent}. */
    void send(UUID delivery, Path content) throws IOException, InterruptedException, Refused {
        var request = to("/ion-deliveries/" + delivery + "/content")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", "0")
                .header("Upload-Complete", "?1")
                .method("PATCH", BodyPublishers.ofFile(content));
        try (var body = done(request).body()) {
            body.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    /** A payout's file for the bank: {@code getPayoutFile}. */
    void fetch(UUID payout, Path into) throws IOException, InterruptedException, Refused {
        try (var body = done(to("/payouts/" + payout + "/pain.001").GET()).body()) {
            Files.write(into, body.readAllBytes());
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(payment + path)).header("Authorization", "Bearer " + token.get());
    }

    private HttpResponse<InputStream> done(HttpRequest.Builder request)
            throws IOException, InterruptedException, Refused {
        var answer = http.send(request.build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() / 100 * 100 == OK) {
            return answer;
        }
        try (var body = answer.body()) {
            var told = new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            throw Refused.of(new ApiException(answer.statusCode(), answer.headers(), told));
        }
    }
}
