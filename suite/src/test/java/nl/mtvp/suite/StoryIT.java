package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Options;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.Seeds;
import nl.mtvp.suite.story.Story;
import org.junit.jupiter.api.Test;

/** The demonstration, as {@code ./mtvp demo} tells it. */
class StoryIT {

    /** Another one than the default: the story does not hang on a lucky draw. */
    private static final String SEED = "0123456789abcdef".repeat(4);

    @Test
    void every_check_of_the_story_passes() {
        var told = new StringWriter();
        var options = new Options(Path.of("target", "story-stack"), 29180, Story.BEGINS_AT);
        try (var stack = Stack.start(Installation.found(), options, sentence -> {})) {
            var checks = new Story(stack, new Seeds(SEED), new PrintWriter(told), false).tell();
            assertEquals(0, checks.failed(), told::toString);
            assertTrue(checks.passed() >= 40, told::toString);
        }
    }
}
