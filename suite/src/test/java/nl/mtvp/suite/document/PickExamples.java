package nl.mtvp.suite.document;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.common.Service;
import org.junit.jupiter.api.Test;

/**
 * Picks, from what the tests and the story recorded, the examples of the documents, and adds to the problem types that each
 * operation was seen to give. No test, and part of no build: CONTRIBUTING tells when to run it.
 */
class PickExamples {

    private static final Path ROOT = Path.of("..");

    @Test
    void pick_them_and_write_them_down() throws IOException {
        var recorded = recorded();
        assertFalse(recorded.isEmpty(), "nothing is recorded: run mvn verify first");
        for (var service : Service.values()) {
            var folder = ROOT.resolve(service.module()).resolve("src/main/resources/META-INF/openapi");
            var its = recorded.stream()
                    .filter(one -> one.service().equals(service.database()))
                    .toList();
            var examples = new Picked(its).write(folder.resolve("examples"));
            var named = NamedProblems.in(service);
            int types = SeenProblems.add(folder.resolve("problems.yaml"), its, named::tell);
            System.out.printf(
                    "%s: examples of %d operations, %d problem types from %d exchanges%n",
                    service.module(), examples, types, its.size());
        }
    }

    /** Of each type of event one, the story's before that of a service's own test. */
    @Test
    void pick_events_and_write_them_down() throws IOException {
        for (var file : EventsPage.schemas()) {
            var name = file.getFileName().toString();
            for (var module : List.of("suite", "plan-service", "contract-service", "payment-service")) {
                var kept = ROOT.resolve(module).resolve("target/events").resolve(name);
                if (Files.exists(kept)) {
                    var schema = (ObjectNode) Json.read(Files.readString(file));
                    schema.putArray("examples").add(Json.read(Files.readString(kept)));
                    Files.writeString(file, EventsPage.written(schema));
                    break;
                }
            }
        }
    }

    private static List<Recorded> recorded() throws IOException {
        var recorded = new ArrayList<Recorded>();
        try (var modules = Files.list(ROOT)) {
            for (var module : modules.sorted().toList()) {
                for (var file : files(module.resolve("target/exchanges"))) {
                    for (var line : Files.readAllLines(file)) {
                        recorded.add(new Recorded(Json.read(line)));
                    }
                }
            }
        }
        return recorded;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ndjson"))
                    .sorted()
                    .toList();
        }
    }
}
