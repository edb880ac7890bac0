package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @ParameterizedTest
    @EnumSource
    void each_parameter_has_a_type_and_a_default_of_that_type(Service service) throws IOException {
        var name = service.module().replace("-service", "") + ".yaml";
        var api =
                new YAMLMapper().readTree(HOME.resolve("openapi").resolve(name).toFile());
        var wrong = new ArrayList<String>();
        for (var parameters : api.path("paths").findValues("parameters")) {
            for (var parameter : parameters) {
                var schema = parameter.path("schema");
                var type = schema.path("type").asText();
                var otherwise = schema.path("default").isTextual() && !type.equals("string");
                if (schema.isMissingNode() || otherwise) {
                    wrong.add(parameter.path("name").asText() + ": " + schema);
                }
            }
        }
        assertEquals(List.of(), wrong, "parameters of " + name);
    }
}
