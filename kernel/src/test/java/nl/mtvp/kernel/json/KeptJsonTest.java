package nl.mtvp.kernel.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was kept is read as it was written; that it cannot be is nobody's fault but ours. */
class KeptJsonTest {

    public record Kept(String name, List<Integer> numbers) {}

    private final KeptJson json = new KeptJson(new ObjectMapper());

    @Test
    void a_value_is_read_as_it_was_written() {
        var kept = new Kept("één", List.of(1, 2));
        var text = json.written(kept);
        assertEquals("{\"name\":\"één\",\"numbers\":[1,2]}", text);
        assertEquals(kept, json.read(text, Kept.class));
        assertEquals(2, json.tree(text).get("numbers").get(1).asInt());
    }

    @Test
    void nothing_is_kept_as_null() {
        assertEquals("null", json.written(null));
    }

    @Test
    void a_mistake_of_ours_names_the_type_and_nothing_of_the_value() {
        var unreadable = assertThrows(IllegalStateException.class, () -> json.read("{\"name\":\"secret", Kept.class));
        assertTrue(unreadable.getMessage().contains(Kept.class.getName()));
        assertTrue(!unreadable.getMessage().contains("secret"));
        assertThrows(IllegalStateException.class, () -> json.tree("{"));
        var unwritable = assertThrows(IllegalStateException.class, () -> json.written(new Object()));
        assertTrue(unwritable.getMessage().contains(Object.class.getName()));
    }
}
