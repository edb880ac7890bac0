package nl.mtvp.suite.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What guides name in their sentences is there: paths, whole or from a slash on, are those of a document. */
class NamedPathsTest {

    private static final Pattern NAMED = Pattern.compile("`(?:(?:GET|POST|PATCH|PUT|HEAD) )?(/[a-zA-Z{][^`\\s]*)`");
    private static final Pattern DESCRIBED = Pattern.compile("(?m)^  (/\\S*):$");
    private static final Pattern LINKED = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");

    @Test
    void paths_are_those_of_the_apis() throws IOException {
        var described = new TreeSet<String>();
        for (var service : new String[] {"plan", "contract", "payment"}) {
            var document = Files.readString(Walk.HOME.resolve("openapi").resolve(service + ".yaml"));
            found(DESCRIBED, document).forEach(described::add);
        }
        int count = 0;
        for (var document : guides()) {
            for (var path :
                    found(NAMED, Files.readString(Walk.HOME.resolve(document))).collect(Collectors.toSet())) {
                var asked = path.replaceFirst("^/v1(?=/)", "");
                assertTrue(described.stream().anyMatch(known -> known.endsWith(asked)), document + " names " + path);
                count++;
            }
        }
        assertTrue(count >= 30, "paths are looked for: " + count);
    }

    @Test
    void links_lead_to_files_that_are_there() throws IOException {
        var astray = new TreeSet<String>();
        for (var document : Walk.DOCUMENTS) {
            var file = Walk.HOME.resolve(document);
            found(LINKED, Files.readString(file))
                    .filter(link -> Files.notExists(file.resolveSibling(link)))
                    .forEach(link -> astray.add(document + ": " + link));
        }
        assertEquals(Set.of(), astray);
    }

    private static Iterable<String> guides() {
        return Walk.DOCUMENTS.stream().filter(document -> document.startsWith("docs/guides/"))::iterator;
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1));
    }
}
