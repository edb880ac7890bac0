package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/rules.md says what each number stands for that code, SQL, tests and documents cite, and what is built is cited. */
class RulesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path RULES = ROOT.resolve("docs/rules.md");
    private static final Set<String> WITHOUT_OURS = Set.of("target", ".git", "node_modules", ".mtvp");
    private static final Pattern WRITTEN = Pattern.compile(".*\\.(java|sql|md|yaml|html|json|csv|properties)");
    private static final Pattern CITED = Pattern.compile("(?<![A-Za-z0-9_.-])([DP][1-9][0-9]?)(?![0-9A-Za-z.-])");
    private static final Pattern HEADING = Pattern.compile("([DP][0-9]+) ");

    /** Each rule with its section. */
    private static final Map<String, String> DEFINED = new TreeMap<>();

    private static final Set<String> IN_CODE = new TreeSet<>();
    private static final Set<String> IN_TESTS = new TreeSet<>();
    private static final Map<String, String> ANYWHERE = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (var section : Files.readString(RULES).split("(?m)^### ")) {
            var heading = HEADING.matcher(section);
            if (heading.lookingAt()) {
                DEFINED.put(heading.group(1), section);
            }
        }
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return WITHOUT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (WRITTEN.matcher(file.getFileName().toString()).matches() && !file.equals(RULES)) {
                    cite(ROOT.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void cite(String file, String text) {
        CITED.matcher(text).results().map(found -> found.group(1)).forEach(rule -> {
            ANYWHERE.putIfAbsent(rule, file);
            if (file.contains("/src/main/")) {
                IN_CODE.add(rule);
            } else if (file.contains("/src/test/")) {
                IN_TESTS.add(rule);
            }
        });
    }

    @Test
    void every_number_that_is_cited_stands_there() {
        var dangling = new TreeMap<>(ANYWHERE);
        dangling.keySet().removeAll(DEFINED.keySet());
        System.out.printf(
                "rules: %d defined, %d cited, %d dangling%n", DEFINED.size(), ANYWHERE.size(), dangling.size());
        assertEquals(Map.of(), dangling);
    }

    @Test
    void every_rule_that_is_built_is_cited_where_it_holds_and_by_a_test() {
        var built = DEFINED.entrySet().stream()
                .filter(rule -> !rule.getValue().contains("**Not built yet:** all of it"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        var untested = new TreeSet<>(built);
        untested.removeAll(IN_TESTS);
        assertEquals(Set.of(), untested);
        // A property is shown by tests alone.
        var unheld = built.stream().filter(rule -> rule.startsWith("D")).collect(Collectors.toCollection(TreeSet::new));
        unheld.removeAll(IN_CODE);
        assertEquals(Set.of(), unheld);
    }
}
