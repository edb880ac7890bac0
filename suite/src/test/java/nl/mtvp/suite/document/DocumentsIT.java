package nl.mtvp.suite.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.mtvp.suite.common.Json;
import org.junit.jupiter.api.Test;

/**
 * After all other tests of all modules: so many requests and answers were held against the documents. Runs by itself, after
 * the journeys, whose exchanges count as well.
 */
class DocumentsIT {

    private static final Path ROOT = Path.of("..");
    private static final int EXCHANGES_MIN = 3_000;

    private static final List<String> MODULES =
            List.of("kernel", "plan-service", "contract-service", "payment-service", "suite");

    @Test
    void all_exchanges_of_all_tests_were_as_the_documents_say() throws IOException {
        int exchanges = 0;
        int violations = 0;
        for (var module : MODULES) {
            var target = ROOT.resolve(module).resolve("target");
            assumeTrue(
                    Files.isDirectory(target.resolve("surefire-reports")), "the tests of " + module + " did not run");
            var summary = Json.read(Files.readString(target.resolve("exchanges/summary.json")));
            exchanges += summary.path("exchanges").asInt();
            violations += summary.path("violations").asInt();
        }
        System.out.println("documents: " + exchanges + " exchanges, " + violations + " violations");
        assertEquals(0, violations);
        assertTrue(
                exchanges >= EXCHANGES_MIN, exchanges + " exchanges are too few: do the tests still pass the check?");
    }
}
