package nl.mtvp.kernel.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.kernel.testing.FuzzedRequests.Request;
import nl.mtvp.kernel.testing.exchange.Exchange;
import nl.mtvp.kernel.testing.exchange.Watch;

/**
 * Asks a service for everything that its description offers, and in every way that it does not. Whatever comes, the answer
 * is one of the API: no failure of ours, every refusal a problem document, no error in the log, and no memory that stays.
 */
public final class Fuzz {

    private static final int IN_EVERY_BUILD = 3_000;
    private static final int FULL = 30_000;
    private static final long SEED = 14;
    private static final int MORE_STATEMENTS = 4;
    private static final int SHOWN_MAX = 20;
    private static final long GROWTH_MAX = 64L << 20;
    private static final Pattern IN_METRICS =
            Pattern.compile("(?m)^http_server_requests_seconds_count\\{.*uri=\"(/v1[^\"]*)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final FuzzedRequests requests;

    private Fuzz(FuzzedRequests requests) {
        this.requests = requests;
    }

    /** Tries the service that runs here. */
    public static void tryEverything() throws IOException {
        // The same in every build, so that a build does not fail by chance; other ones with the profile full.
        long seed = Long.getLong("mtvp.fuzz.seed", Scale.FULL ? System.nanoTime() : SEED);
        int times = Scale.of(IN_EVERY_BUILD, FULL);
        System.out.println("fuzz: " + times + " requests, -Dmtvp.fuzz.seed=" + seed);
        var description = RestAssured.given().get("/v1/openapi.json").asByteArray();
        var fuzz = new Fuzz(new FuzzedRequests(JSON.readTree(description), tokens(), seed));
        Statements.allowMore(MORE_STATEMENTS);
        try (var log = new Heard(Level.SEVERE)) {
            fuzz.send(times / 3);
            long before = used();
            fuzz.send(times - times / 3);
            long grown = used() - before;
            System.out.println("fuzz: answers " + fuzz.statuses + ", heap grew by " + (grown >> 10) + " KB");
            assertTrue(grown < GROWTH_MAX, "the heap grew by " + grown + " bytes");
            assertEquals(List.of(), log.lines().stream().limit(SHOWN_MAX).toList(), "the log tells of errors");
        } finally {
            Statements.allowMore(0);
        }
        assertEquals(
                List.of(), pathsInMetrics(), "what was asked for is a name in the metrics, in place of its template");
        assertEquals(
                "",
                String.join("\n\n", fuzz.faults.stream().limit(SHOWN_MAX).toList()),
                fuzz.faults.size() + " answers are wrong, with the seed " + seed);
        assertTrue(fuzz.statuses.keySet().stream().anyMatch(status -> status < 300), "nothing succeeded at all");
    }

    /** Templates have no base path; what somebody asked for has. */
    private static List<String> pathsInMetrics() {
        var metrics = RestAssured.given().get(Management.uri("/q/metrics")).asString();
        return IN_METRICS
                .matcher(metrics)
                .results()
                .map(found -> found.group(1))
                .limit(SHOWN_MAX)
                .toList();
    }

    /** Of callers whom every service knows, by a role of theirs, and of others. */
    private static Map<String, String> tokens() {
        return Map.of(
                "insurer", Tokens.insurer("buyer", List.of("3332"), "insurer"),
                "insurer-approver", Tokens.insurer("approver", List.of("3332"), "insurer-approver"),
                "practice", Tokens.practice("doctor", List.of("01999901"), "12345678", "practice"),
                "signatory", Tokens.practice("signatory", List.of("01999901"), "12345678", "signatory"),
                "rho", Tokens.rho("region", "unicum", "rho"),
                "national-desk", Tokens.of("desk", "national-desk"),
                "auditor", Tokens.sign(Tokens.person("auditor", "auditor").claim("uzovi", "*")),
                "service", Tokens.system("neighbour", Map.of(), "service"),
                "nobody", Tokens.of("nobody", "insurer"),
                "stranger", "a.b.c");
    }

    private static long used() {
        for (int time = 0; time < 3; time++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void send(int times) {
        for (int time = 0; time < times; time++) {
            var request = requests.next();
            try {
                var answer = FuzzedAnswer.to(request, RestAssured.port);
                if (answer == null) {
                    if (!request.cut()) {
                        faults.add("no answer to " + request.shown());
                    }
                    continue;
                }
                statuses.merge(answer.status(), 1, Integer::sum);
                requests.learn(answer.body());
                if (request.framed() && !request.cut()) {
                    Watch.saw(exchange(request, answer));
                }
                wrong(request, answer)
                        .ifPresent(why -> faults.add(why + "\n" + request.shown() + "\n" + answer.shown()));
            } catch (IOException broken) {
                faults.add(broken + " at " + request.shown());
            }
        }
    }

    private static Exchange exchange(Request request, FuzzedAnswer answer) {
        var sent = new String(request.bytes(), ISO_8859_1);
        int end = sent.indexOf("\r\n\r\n");
        var lines = sent.substring(0, end).split("\r\n");
        var target = lines[0].split(" ")[1].split("\\?", 2);
        var headers = Stream.of(lines)
                .skip(1)
                .map(line -> line.split(":", 2))
                .collect(groupingBy(
                        header -> header[0].toLowerCase(Locale.ROOT),
                        mapping(header -> header[1].strip(), Collectors.toList())));
        var received = new TreeMap<String, List<String>>();
        answer.headers().forEach((name, value) -> received.put(name, List.of(value)));
        return new Exchange(
                request.method(),
                target[0],
                target.length > 1 ? target[1] : null,
                headers,
                request.unasked() ? null : sent.substring(end + 4).getBytes(ISO_8859_1),
                answer.status(),
                received,
                answer.body().getBytes(UTF_8));
    }

    private static java.util.Optional<String> wrong(Request request, FuzzedAnswer answer) {
        int status = answer.status();
        if (status >= 500 && status != 503) {
            return java.util.Optional.of("a failure of ours");
        }
        if (!request.framed()) {
            return java.util.Optional.empty();
        }
        if (!answer.headers().containsKey("api-version") || !answer.headers().containsKey("x-request-id")) {
            return java.util.Optional.of("without the usual headers");
        }
        if (status < 400 || request.method().equals("HEAD")) {
            return java.util.Optional.empty();
        }
        if (!answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json")) {
            return java.util.Optional.of("a refusal that is no problem document");
        }
        JsonNode problem;
        try {
            problem = JSON.readTree(answer.body());
        } catch (IOException none) {
            return java.util.Optional.of("a problem that is no JSON");
        }
        boolean whole = problem.path("type").asText().startsWith("urn:mtvp:problem:")
                && problem.path("status").asInt() == status
                && !problem.path("title").asText().isBlank()
                && !problem.path("detail").asText().isBlank()
                && !problem.has("stack");
        return whole ? java.util.Optional.empty() : java.util.Optional.of("a problem that lacks something");
    }
}
