package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged services take a set clock in the profile {@code local} only; in any other they do not start. */
class SetClockIT {

    private static final String STARTED = "Listening on";
    private static final String REFUSED = "mtvp.clock.offset-file sets the clock";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plan-service", "contract-service", "payment-service"})
    void a_service_outside_the_local_profile_refuses_to_start_with_a_set_clock(String service) throws Exception {
        var offset = Files.writeString(folder.resolve("clock-offset"), "PT-8760H");

        var refused = outputOf(service, "prod", List.of("-Dmtvp.clock.offset-file=" + offset));
        assertTrue(refused.contains(REFUSED), refused);
        assertFalse(refused.contains(STARTED), refused);

        assertTrue(outputOf(service, "local", List.of("-Dmtvp.clock.offset-file=" + offset))
                .contains(STARTED));
    }

    @Test
    void nor_does_it_start_there_with_pages_of_another_origin_let_in() throws Exception {
        var pages = List.of("-Dmtvp.pages.origin=http://127.0.0.1:8191");
        var refused = outputOf("plan-service", "prod", pages);
        assertTrue(refused.contains("mtvp.pages.origin lets pages of another origin call the API"), refused);
        assertFalse(refused.contains(STARTED), refused);
    }

    /** What the service says until it has started or ended. It needs no database and no issuer to get so far. */
    private String outputOf(String service, String profile, List<String> settings) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Dquarkus.profile=" + profile,
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.http.port=0",
                "-Dquarkus.management.port=0",
                "-Dquarkus.flyway.migrate-at-start=false",
                "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/none",
                "-Dquarkus.hibernate-orm.schema-management.strategy=none",
                "-Dquarkus.hibernate-orm.database.start-offline=true",
                "-Dquarkus.scheduler.enabled=false",
                "-Dquarkus.oidc.tenant-enabled=false",
                "-Dquarkus.oidc-client.client-enabled=false",
                "-Dmtvp.evidence.folder=" + folder.resolve("evidence")));
        command.addAll(settings);
        command.addAll(List.of("-jar", "../" + service + "/target/quarkus-app/quarkus-run.jar"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            return untilStartedOrEnded(process);
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        }
    }

    private static String untilStartedOrEnded(Process process) throws IOException, InterruptedException {
        var said = new StringBuilder();
        try (var output = process.inputReader()) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                if (line.contains(STARTED)) {
                    return said.toString();
                }
            }
        }
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it said nothing more and did not end");
        assertEquals(1, process.exitValue(), said.toString());
        return said.toString();
    }
}
