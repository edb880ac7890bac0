package nl.mtvp.suite.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.mtvp.suite.certificate.PrivateFile;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.identity.Directory;

/**
 * How to reach a running stack, on file in its folder, for whoever may read it.
 *
 * @param management where each service's health and metrics are
 */
public record StackRecord(
        Directory directory,
        URI plan,
        URI contract,
        URI payment,
        Map<String, URI> management,
        PortalAccess portal,
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
        try {
            return Json.MAPPER.readValue(file.toFile(), StackRecord.class);
        } catch (IOException failure) {
            throw new StackFailure(file + " cannot be read: " + failure.getMessage(), failure);
        }
    }
}
