package nl.mtvp.contract.portal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What operations may turn about the Zorginkoopportaal (docs/portal.md). */
@ConfigMapping(prefix = "mtvp.portal")
public interface PortalConfig {

    /** Where the portal is; offers go to it when this is set. */
    Optional<URI> url();

    /** Who may come in: the client in the token, and the organisation number in the certificate. */
    Map<String, String> organisations();

    /** How often each replica looks for messages to deliver. */
    @WithDefault("1s")
    String lookEvery();

    /** After so many attempts a message is put aside for a person: with pauses of up to an hour, a good week. */
    @WithDefault("180")
    int attemptsMax();

    /** How many deliveries of a replica are under way at once. */
    @WithDefault("16")
    int connections();

    /** How long one delivery may take. */
    @WithDefault("10s")
    Duration timeout();
}
