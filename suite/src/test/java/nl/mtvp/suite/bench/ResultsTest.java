package nl.mtvp.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    @TempDir
    private Path folder;

    @Test
    void figures_replace_those_between_their_markers_and_nothing_else() throws Exception {
        var page = Files.writeString(
                folder.resolve("benchmarks.md"),
                "# A\n<!-- one -->\nold\n<!-- /one -->\nB\n<!-- two -->\n<!-- /two -->\n");
        Results.write(page, "one", "new");
        assertEquals(
                "# A\n<!-- one -->\n\nnew\n<!-- /one -->\nB\n<!-- two -->\n<!-- /two -->\n", Files.readString(page));
        assertThrows(IllegalArgumentException.class, () -> Results.write(page, "three", "new"));
    }

    @Test
    void a_table_is_markdown_in_columns() {
        var results = new Results("what", "s");
        results.row("five thousand", 4.3);
        assertEquals("| what          | s   |\n| ------------- | --- |\n| five thousand | 4.3 |\n", results.table());
    }

    @Test
    void the_heap_is_the_sum_of_its_pools() {
        var exposition =
                """
                # TYPE jvm_memory_used_bytes gauge
                jvm_memory_used_bytes{area="heap",id="Eden Space"} 2.0E7
                jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 1.5E7
                jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 9.0E7
                jvm_memory_max_bytes{area="heap",id="Eden Space"} 1.0E8
                """;
        assertEquals(35_000_000, Footprint.heap(exposition, "jvm_memory_used_bytes"));
    }
}
