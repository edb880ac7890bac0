package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A newcomer follows the walks in CONTRIBUTING from file to file, and goes back to none. */
class WalksTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern STEP = Pattern.compile("(?m)^\\d+\\. `(\\w+)/([\\w/]+\\.java)`: .+$");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    @Test
    void each_walk_leads_through_files_that_are_there_and_comes_to_none_twice() throws IOException {
        var walks = walks();
        assertEquals(2, walks.size());
        for (var walk : walks) {
            var steps = STEP.matcher(walk).results().toList();
            assertTrue(steps.size() > 5, walk);
            var files = new TreeSet<Path>();
            for (var step : steps) {
                var file = file(step);
                assertTrue(Files.exists(file), "no " + file);
                assertTrue(files.add(file), file + " is come to twice");
            }
        }
    }

    @Test
    void what_a_step_names_in_its_file_stands_there() throws IOException {
        for (var walk : walks()) {
            for (var step : STEP.matcher(walk).results().toList()) {
                var text = Files.readString(file(step));
                var said = step.group().substring(step.group().indexOf("`: ") + 3);
                for (var name : CODE.matcher(said).results().toList()) {
                    assertTrue(text.contains(name.group(1)), step.group(2) + " knows no " + name.group(1));
                }
            }
        }
    }

    private static List<String> walks() throws IOException {
        var contributing = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
        int from = contributing.indexOf("## Two walks");
        var section = contributing.substring(from, contributing.indexOf("\n## ", from));
        return List.of(section.split("(?m)^\\*\\*")).stream().skip(1).toList();
    }

    private static Path file(MatchResult step) {
        var module = step.group(1).equals("kernel") ? "kernel" : step.group(1) + "-service";
        return ROOT.resolve(module)
                .resolve("src/main/java/nl/mtvp")
                .resolve(step.group(1))
                .resolve(step.group(2));
    }
}
