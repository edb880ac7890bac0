package nl.mtvp.payment.ion.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What operations may turn about deliveries. */
@ConfigMapping(prefix = "mtvp.evidence")
public interface EvidenceConfig {

    /** Where content comes in and evidence is kept; all replicas share it. */
    Path folder();

    /** What DuckDB may hold in memory for one delivery; the rest goes to its temporary folder. */
    @WithDefault("512MB")
    String memoryLimit();

    @WithDefault("2")
    int threads();
}
