package nl.mtvp.payment.access;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The operations of the served description, and how one is asked for. */
final class Requests {

    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete");

    private Requests() {}

    /**
     * An operation as the description tells it.
     *
     * @param query the names of its query parameters
     * @param mediaTypes what it answers
     */
    record Operation(String method, String path, Set<String> query, List<String> mediaTypes) {}

    @SuppressWarnings("unchecked")
    static Map<String, Operation> operations() {
        Map<String, Map<String, Object>> paths =
                given().get("/v1/openapi.json").then().statusCode(200).extract().path("paths");
        var operations = new LinkedHashMap<String, Operation>();
        paths.forEach((path, item) -> item.forEach((method, described) -> {
            if (METHODS.contains(method)) {
                var operation = (Map<String, Object>) described;
                operations.put(operation.get("operationId").toString(), operation(method, path, operation));
            }
        }));
        return operations;
    }

    @SuppressWarnings("unchecked")
    private static Operation operation(String method, String path, Map<String, Object> described) {
        var parameters = (List<Map<String, Object>>) described.getOrDefault("parameters", List.of());
        var responses = (Map<String, Map<String, Object>>) described.get("responses");
        var content = responses.getOrDefault("200", Map.of()).getOrDefault("content", Map.of());
        var types = List.copyOf(((Map<String, Object>) content).keySet());
        return new Operation(
                method,
                "/v1" + path,
                parameters.stream()
                        .filter(parameter -> "query".equals(parameter.get("in")))
                        .map(parameter -> parameter.get("name").toString())
                        .collect(Collectors.toSet()),
                types.isEmpty() ? List.of("application/json") : types);
    }

    /** Asks for the first thing there is, whosever it is. */
    static Response anybodys(Operation operation, Row row, Viewer viewer, Seed seed) {
        var things = row.things().apply(seed);
        return send(operation, row, viewer, things.isEmpty() ? null : things.get(0), "application/json", Map.of());
    }

    static Response send(
            Operation operation, Row row, Viewer viewer, Thing thing, String accept, Map<String, String> filter) {
        var request = given().accept(accept.equals("application/json") ? "*/*" : accept)
                .queryParams(query(row, thing))
                .queryParams(filter)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (viewer != null) {
            request.auth().oauth2(viewer.token());
        }
        var body = thing == null ? null : row.body().apply(thing);
        if (operation.method().equals("patch")) {
            request.contentType("application/offset+octet-stream")
                    .header("Upload-Offset", 0)
                    .body(new byte[] {1});
        } else if (body instanceof String lines) {
            request.contentType("text/csv").body(lines);
        } else if (body != null) {
            request.contentType("application/json").body(body);
        }
        return request.request(operation.method().toUpperCase(java.util.Locale.ROOT), path(operation, thing));
    }

    /** {@code {id}} stands for the thing's id, where it is no part of the path. */
    private static Map<String, String> query(Row row, Thing thing) {
        var query = new LinkedHashMap<>(row.query());
        query.replaceAll((parameter, value) -> thing == null ? value : value.replace("{id}", thing.id()));
        return query;
    }

    private static String path(Operation operation, Thing thing) {
        var path = operation.path();
        if (thing != null) {
            for (var part : thing.id().split("/")) {
                path = path.replaceFirst("\\{[^}]+}", part);
            }
        }
        return path;
    }
}
