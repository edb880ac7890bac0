package nl.mtvp.suite.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The documents of events are what schemas and followers say; {@code -Dmtvp.events.write=true} writes them anew. */
class EventsPageTest {

    @Test
    void the_page_tells_each_event_with_who_tells_and_who_follows_it() throws IOException {
        same(Path.of("..", "docs", "events.md"), EventsPage.page());
    }

    @Test
    void asyncapi_names_each_event() throws IOException {
        same(EventsPage.FOLDER.resolve("asyncapi.yaml"), EventsPage.asyncapi());
    }

    private static void same(Path file, String made) throws IOException {
        if (Boolean.getBoolean("mtvp.events.write")) {
            Files.writeString(file, made);
        }
        assertEquals(
                made,
                Files.exists(file) ? Files.readString(file) : "",
                file + " is another; run this test with -Dmtvp.events.write=true to write it anew");
    }
}
