package nl.mtvp.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import nl.mtvp.kernel.testing.Sources;
import org.junit.jupiter.api.Test;

class MonitoringTest {

    /** What plan-service measures: neither its paths, nor its events, nor its tables are named here. */
    private static final Pattern MEASURED =
            Pattern.compile("indicator|evaluation|(?<!of )monitoring", Pattern.CASE_INSENSITIVE);

    @Test
    void D15_nothing_here_names_what_is_measured() throws IOException {
        assertEquals(
                List.of(),
                Sources.linesWith(MEASURED, Path.of("src", "main"), Path.of("..", "openapi", "contract.yaml")));
    }
}
