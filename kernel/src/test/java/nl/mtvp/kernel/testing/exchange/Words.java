package nl.mtvp.kernel.testing.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** What a document says at a place, whatever references lead there. */
final class Words {

    private final JsonNode document;

    Words(String document) {
        try {
            this.document = new ObjectMapper().readTree(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("a document that was read before", impossible);
        }
    }

    /**
     * @param pointer from that schema, or from the document's root where a reference was followed
     * @return empty when there is no such place
     */
    String at(List<String> schema, String pointer) {
        var steps = pointer.startsWith("/components/") ? new ArrayList<String>() : new ArrayList<>(schema);
        for (var step : pointer.split("/")) {
            if (!step.isEmpty()) {
                steps.add(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        var at = document;
        for (var step : steps) {
            at = followed(at);
            at = at.isArray() ? at.path(Integer.parseInt(step)) : at.path(step);
        }
        at = followed(at);
        return at.isMissingNode() ? "" : at.toString();
    }

    private JsonNode followed(JsonNode node) {
        var at = node;
        while (at.has("$ref")) {
            at = document.at(at.path("$ref").asText().substring(1));
        }
        return at;
    }
}
