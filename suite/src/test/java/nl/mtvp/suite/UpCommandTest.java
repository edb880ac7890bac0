package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.mtvp.suite.stack.StackFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./mtvp up} refuses before it starts anything. */
class UpCommandTest {

    @TempDir
    private Path folder;

    @Test
    void a_story_has_its_own_time() {
        var call = Call.of(folder, "up", "--with-story", "--today", "2023-05-20");
        assertEquals(2, call.code());
        assertTrue(call.said().contains("--with-story has its own time"), call::said);
    }

    @Test
    void a_story_is_not_told_into_data_of_something_else() throws Exception {
        var precious = Files.createDirectories(folder.resolve("postgres"));
        var call = Call.of(folder, "up", "--with-story", "--keep-data");
        assertEquals(2, call.code());
        assertTrue(call.said().contains("holds data without the story"), call::said);
        assertTrue(Files.exists(precious));
    }

    @Test
    void a_folder_holds_the_story_once_it_was_told_to_its_end() throws Exception {
        assertFalse(StackFolder.holdsData(folder));
        Files.createDirectories(folder.resolve("postgres"));
        assertTrue(StackFolder.holdsData(folder));
        assertFalse(StackFolder.holdsStory(folder));
        Files.writeString(folder.resolve("story-is-told"), "");
        assertTrue(StackFolder.holdsStory(folder));
    }
}
