package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.suite.common.Json;

/** Reads a service's feed from its first event to its last, as a follower does. */
final class FeedReader {

    private static final Path KEPT = Path.of("target", "events");

    private final URI service;
    private final String token;

    FeedReader(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    List<JsonNode> all() throws IOException, InterruptedException {
        var all = new ArrayList<JsonNode>();
        var next = after("");
        while (!next.isEmpty()) {
            next.forEach(all::add);
            next = after("&lastEventId=" + all.get(all.size() - 1).path("id").asText());
        }
        return all;
    }

    private JsonNode after(String last) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve("/v1/events?limit=1000" + last))
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer::body);
        return Json.read(answer.body());
    }

    /** The first of each type, from where examples are picked. */
    static void keep(List<JsonNode> events) throws IOException {
        Files.createDirectories(KEPT);
        for (var event : events) {
            var file = KEPT.resolve(event.path("type").asText() + ".json");
            if (!Files.exists(file)) {
                Files.writeString(file, event.toString());
            }
        }
    }
}
