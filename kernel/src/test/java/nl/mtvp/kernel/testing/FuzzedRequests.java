package nl.mtvp.kernel.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Requests made from an API's description: some as it asks for, most with something in them that it does not. */
final class FuzzedRequests {

    private static final int LEARNT_MAX = 300;
    private static final Pattern LEARNING =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "LIST");

    private static final List<String> PATH_TAILS = List.of(
            "/",
            "//",
            "/.",
            "/..",
            ";x",
            "/;x",
            "%2F",
            "%2e",
            "%zz",
            "%",
            "\\",
            "%00",
            "%0a",
            "?",
            "?x=%zz",
            "?x=a|b",
            "?limit=0",
            "?limit=99999999999",
            "?cursor=x",
            "?cursor=AAAA",
            "?x",
            "?&&",
            "?limit=1&limit=2",
            "?%F0%9F",
            "/x");

    private static final List<String> ODD_TYPES = List.of(
            "*/*",
            "",
            "text/plain",
            "application/json; charset=utf-16",
            "application/x-ndjson",
            "multipart/form-data",
            "application/json;",
            "a/b/c",
            "application/*",
            "text/csv",
            "application/problem+json",
            "application/xml");

    private static final List<String> ACCEPTED = List.of(
            "application/json",
            "text/csv",
            "application/x-ndjson",
            "text/html",
            "application/xml",
            "*/*",
            "text/*",
            "",
            "nonsense",
            "application/json;q=2",
            "a/b,,c/d",
            "application/json, text/csv;q=0.1",
            "image/png");

    private static final List<String> ODD_HEADERS = List.of(
            "Accept-Language: -",
            "Accept-Language: --",
            "Accept-Language: nl;q=0.3, en-GB",
            "Accept-Language: ",
            "Authorization: Bearer ..",
            "Authorization: Bearer",
            "Authorization: Basic YTpi",
            "Authorization: Bearer a.b.c",
            "If-Match: *",
            "If-Match: W/\"1\"",
            "If-Match: x",
            "If-Match: \"1\"",
            "If-None-Match: *",
            "If-None-Match: W/\"1\", \"2\"",
            "If-None-Match: x",
            "Range: bytes=0-1",
            "X-Request-Id: a b",
            "Expect: 100-continue",
            "Expect: 200-ok",
            "X-Forwarded-Proto: https",
            "Forwarded: proto=https;host=x",
            "Forwarded: x",
            "X-Forwarded-Host: a b",
            "Cookie: a=b; c",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "Content-Encoding: gzip",
            "Origin: https://x.example",
            "Access-Control-Request-Method: GET",
            "Idempotency-Key: ",
            "Idempotency-Key: é",
            "Upload-Offset: x",
            "Upload-Offset: 99999999999999999999",
            "Transfer-Encoding: chunked",
            "Host: x",
            "Content-Length: x");

    private static final List<String> ODD_JSON = List.of(
            "null",
            "true",
            "\"\"",
            "\" \"",
            "\"\\u00a0\"",
            "\"\\ud83d\"",
            "\"\\u0000\"",
            "\"\\u202e x\"",
            "\"a\\r\\nb\"",
            "1e400",
            "-1",
            "0",
            "0.1",
            "99999999999999999999",
            "1" + "0".repeat(400),
            "{\"a\":1}",
            "[]",
            "[[]]",
            "{}",
            "\"2023-02-30\"",
            "\"0000-00-00\"",
            "\"9999-12-31T23:59:59-18:00\"",
            "\"+999999999-12-31\"",
            "\"2023-5\"",
            "\"123456782\"",
            "\"NaN\"",
            "\"null\"",
            "\"" + "x".repeat(5_000) + "\"",
            "\"" + "😀".repeat(50) + "\"",
            "[".repeat(200) + "]".repeat(200),
            "\"-0.00\"",
            "\"1.005\"",
            "\"9999999999999999999.99\"",
            "\"2023-04-01T00:00:00\"",
            "\"٢٠٢٣-٠٤-٠١\"",
            "\"nl91abna0417164300\"",
            "\"01999901 \"",
            "\"1999901\"",
            "\"9999-Q4\"",
            "\"0001-Q1\"");

    private static final List<String> ODD_PARAMETERS = List.of(
            "",
            " ",
            "%00",
            "x",
            "-1",
            "0",
            "99999999999999999999",
            "2023-02-30",
            "2023-Q5",
            "9999-12-31",
            "0001-01-01",
            "%E2%80%AE",
            "%ED%A0%80",
            "%F0%9F%98%80",
            "nil",
            "null",
            "..",
            "'",
            "%27%20or%201%3D1",
            "9999-12-31T23:59:59Z",
            "300000-01-01",
            "1e3",
            "0x10",
            "00000000-0000-0000-0000-000000000000",
            "%D9%A1%D9%A2",
            "123456782",
            "x".repeat(3_000));

    /** @param roles those that its description names, of those that there are tokens of */
    private record Operation(String method, String path, JsonNode parameters, JsonNode body, List<String> roles) {}

    /**
     * @param cut whether it breaks off before its end, so that no answer may come
     * @param framed whether it tells where it ends: what does not is no request of HTTP, and the server itself says so
     * @param unasked whether it has a body that the description does not ask for
     */
    record Request(String method, byte[] bytes, boolean cut, boolean framed, boolean unasked) {

        String shown() {
            var text =
                    new String(bytes, StandardCharsets.UTF_8).replaceAll("(?i)(Bearer )[A-Za-z0-9_.-]{40,}", "$1...");
            return text.substring(0, Math.min(1_500, text.length()));
        }
    }

    private final JsonNode api;
    private final Map<String, String> tokens;
    private final Random random;
    private final List<Operation> operations;
    private final Set<String> learnt = new LinkedHashSet<>();

    FuzzedRequests(JsonNode api, Map<String, String> tokens, long seed) {
        this.api = api;
        this.tokens = tokens;
        this.random = new Random(seed);
        this.operations = operations(api, tokens.keySet());
    }

    private static List<Operation> operations(JsonNode api, Set<String> roles) {
        var found = new ArrayList<Operation>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey().toUpperCase(java.util.Locale.ROOT))) {
                        var parameters = new ArrayList<JsonNode>();
                        path.getValue().path("parameters").forEach(parameters::add);
                        method.getValue().path("parameters").forEach(parameters::add);
                        var all = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
                        all.addAll(parameters);
                        found.add(new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                "/v1" + path.getKey(),
                                all,
                                method.getValue().path("requestBody").path("content"),
                                named(method.getValue().path("description").asText(), roles)));
                    }
                }));
        return found;
    }

    private static List<String> named(String description, Set<String> roles) {
        return roles.stream()
                .filter(role -> description.matches("(?s).*Roles?: [^.]*\\b" + role + "\\b.*"))
                .toList();
    }

    /** Takes ids out of an answer, to ask for them. */
    void learn(String body) {
        if (learnt.size() < LEARNT_MAX) {
            LEARNING.matcher(body).results().limit(5).forEach(id -> learnt.add(id.group()));
        }
    }

    Request next() {
        var operation = one(operations);
        var method = chance(5) ? one(METHODS) : operation.method();
        var target = target(operation);
        var headers = new StringBuilder();
        if (!chance(3)) {
            headers.append("Host: localhost\r\n");
        }
        headers.append("Connection: close\r\n");
        if (!chance(10)) {
            headers.append("Authorization: Bearer ").append(token(operation)).append("\r\n");
        }
        if (method.equals("POST") && !chance(5)) {
            headers.append("Idempotency-Key: ")
                    .append(new UUID(random.nextLong(), random.nextLong()))
                    .append("\r\n");
        }
        if (chance(15)) {
            headers.append("Accept: ").append(one(ACCEPTED)).append("\r\n");
        }
        if (operation.path().endsWith("/content") && chance(70)) {
            headers.append("Upload-Offset: 0\r\n");
        }
        if (chance(2)) {
            headers.append("X-Long: ")
                    .append("y".repeat(20_000 + random.nextInt(60_000)))
                    .append("\r\n");
        }
        boolean odd = false;
        if (chance(15)) {
            var header = one(ODD_HEADERS);
            odd = header.startsWith("Transfer-Encoding") || header.startsWith("Content-Length");
            headers.append(header).append("\r\n");
        }
        var body = operation.body().isEmpty() && !chance(5) ? new byte[0] : body(operation);
        boolean cut = odd;
        if (body.length > 0) {
            headers.append("Content-Type: ").append(type(operation)).append("\r\n");
            if (!odd) {
                headers.append("Content-Length: ").append(body.length).append("\r\n");
            }
            if (chance(3)) {
                cut = true;
                body = java.util.Arrays.copyOf(body, body.length / 2);
            }
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((method + " " + target + " HTTP/1.1\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return new Request(
                method, bytes.toByteArray(), cut, !odd, operation.body().isEmpty());
    }

    private String token(Operation operation) {
        return operation.roles().isEmpty() || chance(15)
                ? one(List.copyOf(tokens.values()))
                : tokens.get(one(operation.roles()));
    }

    private String type(Operation operation) {
        if (chance(8) || operation.body().isEmpty()) {
            return one(ODD_TYPES);
        }
        return operation.body().fieldNames().next();
    }

    private String target(Operation operation) {
        var path = operation.path();
        var query = new ArrayList<String>();
        for (var declared : operation.parameters()) {
            var parameter = resolved(declared);
            var name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", value(parameter));
            } else if (parameter.path("in").asText().equals("query") && chance(40)) {
                query.add(name + "=" + (name.equals("timeout") ? "20" : value(parameter)));
            }
        }
        // A template's rest that nothing declared.
        path = path.replaceAll("\\{[^}]*}", "x");
        var target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        return chance(6) ? target + one(PATH_TAILS) : target;
    }

    private String value(JsonNode parameter) {
        if (chance(15)) {
            var odd = one(ODD_PARAMETERS);
            return odd.isEmpty() && parameter.path("in").asText().equals("path") ? "x" : odd.replace(" ", "%20");
        }
        var made = json(parameter.path("schema"), 0);
        var text = made.startsWith("\"") ? made.substring(1, made.length() - 1) : made;
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] body(Operation operation) {
        var schema = operation.body().isEmpty()
                ? operation.body()
                : operation.body().elements().next().path("schema");
        var body = operation.body().has("text/csv") ? "a,b\n1,2\n" : json(schema, 0);
        return switch (random.nextInt(24)) {
            case 0 -> (body + body).getBytes(StandardCharsets.UTF_8);
            case 1 -> ("\uFEFF" + body).getBytes(StandardCharsets.UTF_8);
            case 2 -> body.getBytes(StandardCharsets.UTF_16);
            case 3 -> body.substring(0, body.length() / 2).getBytes(StandardCharsets.UTF_8);
            case 4 ->
                body.startsWith("{\"")
                        ? ("{" + body.substring(1).replaceFirst("^(\"[^\"]*\":)", "$11,$1"))
                                .getBytes(StandardCharsets.UTF_8)
                        : body.getBytes(StandardCharsets.UTF_8);
            case 5 -> new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};
            case 6 -> ("{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000)).getBytes(StandardCharsets.UTF_8);
            case 7 -> one(ODD_JSON).getBytes(StandardCharsets.UTF_8);
            default -> body.getBytes(StandardCharsets.UTF_8);
        };
    }

    /** A value of the schema, or now and then one that is none. */
    private String json(JsonNode declared, int depth) {
        var schema = resolved(declared);
        if (depth > 8) {
            return "null";
        }
        if (depth > 0 && chance(7)) {
            return one(ODD_JSON);
        }
        if (schema.has("allOf") || schema.has("oneOf") || schema.has("anyOf")) {
            var options = schema.has("allOf")
                    ? schema.path("allOf")
                    : schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
            return json(options.path(random.nextInt(Math.max(1, options.size()))), depth + 1);
        }
        if (schema.has("enum")) {
            return schema.path("enum")
                    .path(random.nextInt(schema.path("enum").size()))
                    .toString();
        }
        if (schema.path("nullable").asBoolean() && chance(20)) {
            return "null";
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> Long.toString(schema.path("minimum").asLong(0) + random.nextInt(100));
            case "boolean" -> Boolean.toString(random.nextBoolean());
            default -> text(schema);
        };
    }

    private String object(JsonNode schema, int depth) {
        var fields = new ArrayList<String>();
        var required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        schema.path("properties").properties().forEach(property -> {
            if (chance(required.contains(property.getKey()) ? 97 : 50)) {
                fields.add("\"" + property.getKey() + "\":" + json(property.getValue(), depth + 1));
            }
        });
        if (chance(3)) {
            fields.add("\"unknown\":1");
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String array(JsonNode schema, int depth) {
        var items = new ArrayList<String>();
        for (int item = random.nextInt(3); item >= 0; item--) {
            items.add(json(schema.path("items"), depth + 1));
        }
        return "[" + String.join(",", items) + "]";
    }

    private String text(JsonNode schema) {
        var example = schema.has("example")
                ? schema.path("example")
                : schema.path("examples").path(0);
        return switch (schema.path("format").asText()) {
            case "date" -> "\"20" + (23 + random.nextInt(3)) + "-0" + (1 + random.nextInt(9)) + "-01\"";
            case "date-time" -> "\"2023-0" + (1 + random.nextInt(9)) + "-12T09:30:00Z\"";
            case "uuid" ->
                "\""
                        + (learnt.isEmpty() || chance(30)
                                ? new UUID(random.nextLong(), random.nextLong())
                                : one(List.copyOf(learnt)))
                        + "\"";
            default -> example.isTextual() ? example.toString() : "\"tekst " + random.nextInt(1_000) + "\"";
        };
    }

    private JsonNode resolved(JsonNode node) {
        var at = node;
        while (at.has("$ref")) {
            at = api.at(at.path("$ref").asText().substring(1));
        }
        return at;
    }

    private <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
