package nl.mtvp.kernel.testing.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A request and its answer.
 *
 * @param path as it was sent, encoded
 * @param query as it was sent, or null
 * @param sent the request's headers, by their names in lower case
 * @param request its body; null when nobody kept it
 * @param received the answer's headers, by their names in lower case
 * @param answer its body; null when nobody kept it
 */
public record Exchange(
        String method,
        String path,
        String query,
        Map<String, List<String>> sent,
        byte[] request,
        int status,
        Map<String, List<String>> received,
        byte[] answer) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Exchange {
        sent = named(sent);
        received = named(received);
    }

    private static Map<String, List<String>> named(Map<String, List<String>> headers) {
        var named = new TreeMap<String, List<String>>();
        headers.forEach((name, values) -> named.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return named;
    }

    /** The same in types of the JDK only: it travels from one class loader to another. */
    Map<String, Object> told() {
        var told = new HashMap<String, Object>();
        told.put("method", method);
        told.put("path", path);
        told.put("query", query);
        told.put("sent", sent);
        told.put("request", request);
        told.put("status", status);
        told.put("received", received);
        told.put("answer", answer);
        return told;
    }

    @SuppressWarnings("unchecked")
    static Exchange of(Map<String, Object> told) {
        return new Exchange(
                (String) told.get("method"),
                (String) told.get("path"),
                (String) told.get("query"),
                (Map<String, List<String>>) told.get("sent"),
                (byte[]) told.get("request"),
                (int) told.get("status"),
                (Map<String, List<String>>) told.get("received"),
                (byte[]) told.get("answer"));
    }

    /** The request's media type, without its parameters; empty when there is none. */
    String requestType() {
        return type(sent);
    }

    /** The answer's media type, without its parameters; empty when there is none. */
    String answerType() {
        return type(received);
    }

    private static boolean json(String type) {
        return type.endsWith("/json") || type.endsWith("+json");
    }

    /** Whether the validator looks into the request's body. */
    boolean asksInJson() {
        return json(requestType());
    }

    /** Whether the validator looks into the answer's body. */
    boolean answersInJson() {
        return json(answerType());
    }

    boolean saysWhatItAsks() {
        return !requestType().isEmpty();
    }

    boolean saysWhatItAnswers() {
        return !answerType().isEmpty();
    }

    boolean asks(String some) {
        return method.equals(some);
    }

    boolean refused() {
        return status >= 400;
    }

    private static String type(Map<String, List<String>> headers) {
        var types = headers.getOrDefault("content-type", List.of(""));
        return types.get(0).split(";")[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The numbers of those lines of the request that the answer refuses, each by itself. */
    Set<Integer> refusedLines() {
        var refused = new TreeSet<Integer>();
        if (!refused() && answersInJson() && answer != null && answer.length > 0) {
            for (var result : read()) {
                if (result.path("outcome").asText().equals("REFUSED")) {
                    refused.add(result.path("line").asInt());
                }
            }
        }
        return refused;
    }

    /** The answer as JSON; nothing when it is none. */
    JsonNode read() {
        try {
            return answer == null || !answersInJson() ? MissingNode.getInstance() : JSON.readTree(answer);
        } catch (IOException nonsense) {
            return MissingNode.getInstance();
        }
    }

    String shown() {
        return status + " to " + method + " " + path + (query == null ? "" : "?" + query);
    }
}
