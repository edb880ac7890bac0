package nl.mtvp.kernel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The text of a service as it is written: for what must not even be named there, in SQL and descriptions too. */
public final class Sources {

    private Sources() {}

    /**
     * The lines in which a pattern occurs, with their file.
     *
     * @param roots files, or folders with all that is under them; one that is not there is a mistake
     */
    public static List<String> linesWith(Pattern pattern, Path... roots) throws IOException {
        var found = Stream.<String>builder();
        for (var root : roots) {
            try (var files = Files.walk(root)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.readAllLines(file).stream()
                            .filter(line -> pattern.matcher(line).find())
                            .forEach(line -> found.add(file + ": " + line.strip()));
                }
            }
        }
        return found.build().toList();
    }
}
