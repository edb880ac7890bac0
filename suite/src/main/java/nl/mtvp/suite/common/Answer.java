package nl.mtvp.suite.common;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a service answered. */
public record Answer(String request, int status, HttpHeaders headers, JsonNode body) {

    /** @throws StoryFailure if it is another status; the message holds the problem that the service told */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new StoryFailure(
                    request + " answered " + status + " where " + expected + " was expected: " + shortened());
        }
        return this;
    }

    public String text(String property) {
        return body.path(property).asText();
    }

    /** Where the next page of a list is. */
    Optional<String> next() {
        return headers.allValues("Link").stream()
                .filter(link -> link.contains("rel=\"next\""))
                .map(link -> link.substring(link.indexOf('<') + 1, link.indexOf('>')))
                .findFirst();
    }

    private String shortened() {
        var text = body.toString();
        return text.length() > 1_500 ? text.substring(0, 1_500) + "…" : text;
    }
}
