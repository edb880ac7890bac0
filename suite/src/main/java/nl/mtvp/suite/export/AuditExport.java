package nl.mtvp.suite.export;

import static nl.mtvp.suite.common.Json.number;
import static nl.mtvp.suite.common.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Supplier;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.stack.StackFailure;
import nl.mtvp.verifier.audit.ExportFolder;
import nl.mtvp.verifier.audit.ExportFolder.Head;

/** Takes an auditor's export from payment-service into a folder: all of it as known at one moment (D48, D54). */
public final class AuditExport {

    private final URI payment;
    private final Supplier<String> token;
    private final HttpClient http = Io.http();

    /**
     * @param payment where payment-service is
     * @param token gives an auditor's token whenever one is needed
     */
    public AuditExport(URI payment, Supplier<String> token) {
        this.payment = payment;
        this.token = token;
    }

    /**
     * What is asked for.
     *
     * @param uzovi one insurer's; null for that of all insurers that the auditor sees
     * @param knownAt as known at this moment; null for now
     */
    public record Query(String uzovi, Instant knownAt) {}

    /** Sees how far it is. */
    public interface Progress {

        /** The content of a file begins; what is read from here goes into the file. */
        default InputStream reading(String data, InputStream content) {
            return content;
        }

        void written(String data, long lines);
    }

    /**
     * What was taken.
     *
     * @param digest of the manifest, and so of everything
     */
    public record Taken(Instant knownAt, int insurers, String digest) {}

    /**
     * @throws IllegalArgumentException if the folder is not empty
     * @throws StackFailure if payment-service refuses, cannot be reached, or breaks off
     */
    public Taken into(Path folder, Query query, Progress progress) {
        try {
            var export = ExportFolder.create(folder);
            var about = about(query);
            var knownAt = Instant.parse(text(about, "knownAt"));
            for (var data : ExportFolder.DATA) {
                var answer = get("/" + data, new Query(query.uzovi(), knownAt));
                try (var content = progress.reading(data, answer.body())) {
                    progress.written(data, export.write(data, content));
                }
            }
            var heads = new ArrayList<Head>();
            about.path("insurers")
                    .forEach(chain ->
                            heads.add(new Head(text(chain, "uzovi"), number(chain, "postings"), text(chain, "head"))));
            return new Taken(knownAt, heads.size(), export.finish(knownAt, heads));
        } catch (IOException failure) {
            throw new StackFailure(
                    "the export from " + payment + " broke off: " + failure.getMessage() + ". What is in " + folder
                            + " is not whole: delete it, and start anew.",
                    failure);
        }
    }

    private JsonNode about(Query query) throws IOException {
        try (var body = get("", query).body()) {
            return Json.MAPPER.readTree(body);
        }
    }

    /** What a problem document says; the whole answer when it is none. */
    private static String detail(byte[] problem) {
        try {
            var detail = Json.MAPPER.readTree(problem).path("detail");
            if (detail.isTextual()) {
                return detail.asText();
            }
        } catch (IOException none) {
            // Shown as it came, below.
        }
        return new String(problem, StandardCharsets.UTF_8);
    }

    private HttpResponse<InputStream> get(String path, Query query) throws IOException {
        var parameters = new ArrayList<String>();
        if (query.uzovi() != null) {
            parameters.add("uzovi=" + URLEncoder.encode(query.uzovi(), StandardCharsets.UTF_8));
        }
        if (query.knownAt() != null) {
            parameters.add("knownAt=" + query.knownAt());
        }
        var uri = URI.create(payment + "/v1/audit-exports" + path + "?" + String.join("&", parameters));
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token.get())
                .build();
        var answer = Io.answer(http, request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            try (var problem = answer.body()) {
                throw new StackFailure(uri + " answers " + answer.statusCode() + ": " + detail(problem.readAllBytes()));
            }
        }
        return answer;
    }
}
