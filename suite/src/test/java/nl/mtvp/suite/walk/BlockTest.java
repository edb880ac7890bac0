package nl.mtvp.suite.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** That no command of a document escapes its walk, and no output is taken for another. */
class BlockTest {

    private static final String DOCUMENT =
            """
            # Title

            ```bash
            echo one
            ```
            and
            ```bash
            echo two
            ```
            ```text
            two
            ```
            ```json
            {}
            ```
            """;

    @Test
    void what_comes_right_after_commands_is_what_they_say() {
        assertEquals(
                List.of(new Block(3, "echo one\n", List.of()), new Block(7, "echo two\n", List.of("two"))),
                Block.of(DOCUMENT));
    }

    @Test
    void output_of_no_commands_is_refused() {
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> Block.of("```bash\nx\n```\nand\n```text\ny\n```\n"));
        assertEquals("output of no commands, in line 5", refusal.getMessage());
    }

    @Test
    void output_has_the_lines_that_are_shown_in_their_order() {
        var block = new Block(1, "", List.of("state is DRAFT", "...", "REGULAR: ... parts", "  end"));
        assertEquals(Optional.empty(), block.missing("x\nstate is DRAFT\nREGULAR: 161 parts\ny\nend\n"));
        assertEquals(Optional.of("REGULAR: ... parts"), block.missing("state is DRAFT\nREGULAR: 161 parties\nend"));
        assertEquals(Optional.of("  end"), block.missing("state is DRAFT\nend\nREGULAR: 1 parts\n"));
        assertEquals(Optional.of("state is DRAFT"), block.missing("state is DRAFTED\n"));
        assertEquals(Optional.of("state is DRAFT"), block.missing(""));
        assertEquals(Optional.empty(), new Block(1, "", List.of("...ends so")).missing("it ends so"));
        assertEquals(Optional.of("begins..."), new Block(1, "", List.of("begins...")).missing("it begins"));
    }

    @Test
    void commands_that_nobody_runs_are_found() {
        var document =
                "    ./mtvp up\n\n```\n./mtvp clock\n```\n```bash\n    curl here\n```\n```text\ncurl: (22)\n```\n";
        assertEquals(List.of("./mtvp up", "./mtvp clock"), Block.strays(document));
    }

    @Test
    void no_document_has_any() throws IOException {
        for (var document : Walk.DOCUMENTS) {
            assertEquals(List.of(), Block.strays(Files.readString(Walk.HOME.resolve(document))), document);
        }
    }

    @Test
    void every_guide_is_walked_through() throws IOException {
        try (var guides = Files.list(Walk.HOME.resolve("docs/guides"))) {
            var there = guides.map(guide -> "docs/guides/" + guide.getFileName())
                    .filter(guide -> guide.endsWith(".md"))
                    .toList();
            assertTrue(Walk.DOCUMENTS.containsAll(there), there.toString());
        }
    }

    @Test
    void what_is_run_elsewhere_stands_in_a_document_by_itself() throws IOException {
        var found = new TreeSet<String>();
        for (var document : Walk.DOCUMENTS) {
            Block.of(Files.readString(Walk.HOME.resolve(document))).stream()
                    .filter(Walk::isRunElsewhere)
                    .flatMap(block -> block.commands().lines())
                    .forEach(found::add);
        }
        assertEquals(new TreeSet<>(Walk.RUN_ELSEWHERE.keySet()), found);
        var mixed = new Block(1, "./mtvp up\necho x\n", List.of());
        assertThrows(IllegalArgumentException.class, () -> Walk.isRunElsewhere(mixed));
    }
}
