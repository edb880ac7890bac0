package nl.mtvp.suite.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import nl.mtvp.kernel.testing.event.EventSchemas;
import org.junit.jupiter.api.Test;

/** After all other tests of all modules: each type of event was told in one of them, and its example is as its schema says. */
class EventsIT {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("plan-service", "contract-service", "payment-service");

    @Test
    void each_type_with_a_schema_was_told_by_a_test() throws IOException {
        var told = new TreeSet<String>();
        for (var module : MODULES) {
            var folder = ROOT.resolve(module).resolve("target/events");
            assumeTrue(Files.isDirectory(folder), "the tests of " + module + " did not run");
            try (var files = Files.list(folder)) {
                files.forEach(file -> told.add(file.getFileName().toString().replaceAll("\\.json$", "")));
            }
        }
        var schemas = EventSchemas.read().written().keySet();
        System.out.println("events: " + told.size() + " of " + schemas.size() + " types told by tests");
        assertEquals(schemas, told);
    }

    @Test
    void each_schema_has_an_example_that_goes_with_it() {
        var schemas = EventSchemas.read();
        assertTrue(schemas.written().size() > 20, schemas.written().keySet().toString());
        schemas.written().forEach((type, schema) -> {
            assertTrue(!schema.path("examples").isEmpty(), type);
            schema.path("examples").forEach(example -> assertEquals(List.of(), schemas.faults(example.toString())));
        });
    }
}
