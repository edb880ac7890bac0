package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.mtvp.suite.common.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The committed API documents are what the build writes: a change of an API is seen in review. */
class OpenApiDriftIT {

    private static final Path HOME = Path.of("..");

    @ParameterizedTest
    @EnumSource
    void the_committed_document_is_the_one_that_the_build_writes(Service service) throws IOException {
        var name = service.module().replace("-service", "") + ".yaml";
        var built = HOME.resolve(service.module()).resolve("target/openapi").resolve(name);
        var committed = HOME.resolve("openapi").resolve(name);
        assertEquals(
                Files.readString(committed),
                Files.readString(built),
                () -> "the API of " + service.module() + " is no longer what openapi/" + name
                        + " says. If the change is meant, take it over: cp " + service.module()
                        + "/target/openapi/" + name + " openapi/");
    }
}
