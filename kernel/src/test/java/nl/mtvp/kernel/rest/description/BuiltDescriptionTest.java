package nl.mtvp.kernel.rest.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an installation tells of itself in the description that the build wrote. */
class BuiltDescriptionTest {

    @Test
    void tokens_are_had_where_this_installation_gives_them() throws IOException {
        try (var common = Description.class.getResourceAsStream("description.yaml")) {
            var written = new String(common.readAllBytes(), StandardCharsets.UTF_8);
            var told = new BuiltDescription(Optional.of("https://id.test/realms/own")).told(written);
            assertTrue(told.contains("tokenUrl: https://id.test/realms/own/protocol/openid-connect/token"));
            assertFalse(told.contains("identity.example.org"));
            assertEquals(written, new BuiltDescription(Optional.empty()).told(written));
        }
    }
}
