package nl.mtvp.payment.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.verifier.audit.ExportFolder;

/** Takes exports as an auditor does, part by part over HTTP. */
final class Exports {

    private Exports() {}

    /** An insurer's export as known now, or at the moment that the first request asks for. */
    static Path taken(RequestSpecification first, String uzovi) throws IOException {
        var about = first.queryParam("uzovi", uzovi)
                .get("/v1/audit-exports")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String knownAt = about.getString("knownAt");
        var folder = Files.createTempDirectory(Path.of("target"), "export-");
        var export = ExportFolder.create(folder);
        for (var data : ExportFolder.DATA) {
            var lines = lines(new PaymentApi(uzovi).auditor(), data, Map.of("uzovi", uzovi, "knownAt", knownAt));
            var text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
            assertEquals(
                    lines.size(), export.write(data, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        }
        List<Map<String, Object>> insurers = about.getList("insurers");
        export.finish(
                Instant.parse(knownAt),
                insurers.stream()
                        .map(chain -> new ExportFolder.Head(
                                chain.get("uzovi").toString(),
                                ((Number) chain.get("postings")).longValue(),
                                chain.get("head").toString()))
                        .toList());
        return folder;
    }

    static List<String> lines(RequestSpecification auditor, String data, Map<String, String> query) {
        return auditor.queryParams(query)
                .get("/v1/audit-exports/" + data)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .toList();
    }
}
