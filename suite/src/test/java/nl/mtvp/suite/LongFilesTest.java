package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A class is read as a whole: one that is longer than 300 lines has a reason, which CONTRIBUTING gives. */
class LongFilesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int LINES_MAX = 300;
    private static final Pattern NAMED = Pattern.compile("(?m)^\\| `(\\w+)` \\| .{20,} \\|$");

    @Test
    void what_is_long_has_its_reason_and_what_has_one_is_long() throws IOException {
        var contributing = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
        var section = contributing.substring(contributing.indexOf("## Long files"));
        var reasons = NAMED.matcher(section)
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try (var files = Files.find(
                ROOT,
                30,
                (path, attributes) -> path.toString().endsWith(".java")
                        && path.toString().contains("/src/main/")
                        && !path.toString().contains("/target/")
                        && lines(path) > LINES_MAX)) {
            assertEquals(
                    reasons,
                    files.map(path -> path.getFileName().toString().replace(".java", ""))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
