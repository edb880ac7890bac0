package nl.mtvp.kernel.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Values that a service keeps as JSON text, and reads again as it wrote them. That either fails is a mistake of ours. */
@ApplicationScoped
public class KeptJson {

    private final ObjectMapper json;

    KeptJson(ObjectMapper json) {
        this.json = json;
    }

    public String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("not to be written as JSON: " + value.getClass(), impossible);
        }
    }

    public <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was kept is no JSON of its type any more: " + type, impossible);
        }
    }

    public JsonNode tree(String text) {
        return read(text, JsonNode.class);
    }
}
