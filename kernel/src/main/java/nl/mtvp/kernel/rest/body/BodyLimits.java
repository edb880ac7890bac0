package nl.mtvp.kernel.rest.body;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a body may be, which depends on where it is sent. */
@ApplicationScoped
public class BodyLimits {

    private final long bytesMax;
    private final Optional<Pattern> largeBodies;

    BodyLimits(
            @ConfigProperty(name = "mtvp.http.body-bytes-max") long bytesMax,
            @ConfigProperty(name = "mtvp.http.large-body-paths") Optional<String> largeBodyPaths) {
        this.bytesMax = bytesMax;
        this.largeBodies = largeBodyPaths.map(Pattern::compile);
    }

    /** Of a body that is read whole before anything is done with it. */
    public long bytesMax() {
        return bytesMax;
    }

    /** Whether bodies that are sent there are files, which may be larger and are not read here. */
    public boolean takesFiles(String path) {
        return largeBodies.map(pattern -> pattern.matcher(path).matches()).orElse(false);
    }

    public String rule() {
        return BoundedBody.rule(bytesMax);
    }
}
