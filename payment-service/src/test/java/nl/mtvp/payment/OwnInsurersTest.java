package nl.mtvp.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Classes that share the database have insurers of their own: what one books for an insurer would be in the books that
 * another one looks at, when it runs earlier.
 */
class OwnInsurersTest {

    private static final Path TESTS = Path.of("src/test/java");
    /** A code as a text of its own; years look like codes, and no test has an insurer that looks like a year. */
    private static final Pattern INSURER = Pattern.compile("[\"'](?!20)([0-9]{4})[\"']");
    /** The document's examples, which are computed and not stored. */
    private static final String EXAMPLES = "CanonicalFormsTest.java";

    @Test
    void no_two_classes_on_the_database_name_the_same_insurer() throws IOException {
        var classes = new TreeMap<String, Set<String>>();
        try (var files = Files.walk(TESTS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file);
                if (text.contains("@QuarkusTest\n") && !file.endsWith(EXAMPLES)) {
                    var found = INSURER.matcher(text);
                    while (found.find()) {
                        classes.computeIfAbsent(found.group(1), code -> new TreeSet<>())
                                .add(file.getFileName().toString());
                    }
                }
            }
        }
        assertTrue(classes.size() > 100, "insurers in tests: " + classes.keySet());
        classes.values().removeIf(named -> named.size() == 1);
        assertEquals(Map.of(), classes);
    }
}
