package nl.mtvp.suite.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import nl.mtvp.suite.certificate.PrivateFile;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.common.StoryClock;
import nl.mtvp.suite.identity.Directory;

/**
 * How to reach a running stack, on file in its folder, for whoever may read it.
 *
 * @param management where each service's health and metrics are
 * @param pages where a browser finds the APIs described, and tries them
 */
public record StackRecord(
        Directory directory,
        URI plan,
        URI contract,
        URI payment,
        Map<String, URI> management,
        PortalAccess portal,
        URI pages,
        String adminPassword) {

    void write(Path root) {
        var writer = Json.MAPPER.writerWithDefaultPrettyPrinter();
        var text = Io.get("the stack's record cannot be written", () -> writer.writeValueAsString(this));
        PrivateFile.write(StackFolder.record(root), text);
    }

    /** @throws StackFailure if no stack runs in this folder */
    public static StackRecord read(Path folder) {
        var file = StackFolder.record(folder.toAbsolutePath().normalize());
        if (!Files.exists(file)) {
            throw new StackFailure("no stack runs in " + file.getParent()
                    + ": start one with ./mtvp up, or name its folder with --data");
        }
        var record = of(file);
        if (!record.answers()) {
            throw new StackFailure("the stack in " + file.getParent()
                    + " does not answer: its launcher was killed. Start it again with ./mtvp up");
        }
        return record;
    }

    private static StackRecord of(Path file) {
        try {
            return Json.MAPPER.readValue(file.toFile(), StackRecord.class);
        } catch (IOException failure) {
            throw new StackFailure(file + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** Whether any of its programs does: what a launcher left that was killed is no stack. */
    private boolean answers() {
        return Stream.concat(
                        Stream.of(portal.desk().resolve("/ready")),
                        management.values().stream().map(address -> address.resolve("/q/health/live")))
                .anyMatch(Program::answersOk);
    }

    /**
     * The clock of the stack that runs in this folder.
     *
     * @throws StackFailure if none runs, or it has no time of its own
     */
    public static StoryClock clock(Path folder) {
        read(folder);
        var file = StackFolder.clockOffset(folder.toAbsolutePath().normalize());
        if (!Files.exists(file)) {
            throw new StackFailure(file.getParent()
                    + " has no clock of its own: its stack keeps this machine's time, which nobody moves");
        }
        return new StoryClock(file);
    }
}
