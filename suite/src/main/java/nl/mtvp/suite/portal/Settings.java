package nl.mtvp.suite.portal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import nl.mtvp.suite.certificate.PrivateFile;
import nl.mtvp.suite.common.Json;

/**
 * What a portal needs to know, in a file that its stack writes.
 *
 * @param port where contract-service sends to, over mutual TLS
 * @param adminPort where signatories sign and tests do mischief; plain, on this machine
 * @param adminPassword without which nobody may
 * @param customer the OIN of the organisation that may send
 * @param listener where contract-service takes messages
 * @param issuer who gives the portal its token
 * @param clientId as whom it asks
 */
public record Settings(
        int port,
        int adminPort,
        String adminPassword,
        String customer,
        Path certificate,
        Path key,
        Path authority,
        URI listener,
        URI issuer,
        String clientId,
        Path clientKey,
        Path clockOffset,
        Path journal) {

    public void write(Path file) {
        PrivateFile.write(file, Json.written(this));
    }

    static Settings read(Path file) throws IOException {
        return Json.MAPPER.readValue(file.toFile(), Settings.class);
    }
}
