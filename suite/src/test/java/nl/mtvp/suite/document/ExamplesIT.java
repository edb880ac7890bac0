package nl.mtvp.suite.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.testing.exchange.ExampleCheck;
import nl.mtvp.suite.common.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operation shows what it takes and what it answers, in examples that go with their schemas. */
class ExamplesIT {

    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @EnumSource
    void each_operation_has_examples_that_go_with_their_schemas(Service service) throws IOException {
        assertEquals(
                "", String.join("\n", check(service).faults()), "./mtvp test suite PickExamples, see CONTRIBUTING");
    }

    @ParameterizedTest
    @EnumSource
    void each_file_is_of_an_operation(Service service) throws IOException {
        var ids = document(service).findValuesAsText("operationId");
        var strangers = new ArrayList<String>();
        try (var files =
                Files.list(ROOT.resolve(service.module()).resolve("src/main/resources/META-INF/openapi/examples"))) {
            files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(id -> !ids.contains(id))
                    .forEach(strangers::add);
        }
        assertEquals(List.of(), strangers, "examples of operations that are gone");
    }

    private static ExampleCheck check(Service service) throws IOException {
        return new ExampleCheck(document(service));
    }

    private static JsonNode document(Service service) throws IOException {
        var name = service.database() + ".yaml";
        return new YAMLMapper()
                .readTree(ROOT.resolve(service.module())
                        .resolve("target/openapi")
                        .resolve(name)
                        .toFile());
    }
}
