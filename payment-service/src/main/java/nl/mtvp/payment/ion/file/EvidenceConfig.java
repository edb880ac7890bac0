package nl.mtvp.payment.ion.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What operations may turn about deliveries. */
@ConfigMapping(prefix = "mtvp.evidence")
public interface EvidenceConfig {

    /** Where content comes in and evidence is kept; all replicas share it. */
    Path folder();

    /** How many bytes the content of one delivery may have as it is sent. */
    @WithDefault("2147483648")
    long contentBytesMax();

    /** How many bytes the text of one delivery may have once it is unpacked. */
    @WithDefault("4294967296")
    long unpackedBytesMax();

    /** What DuckDB may hold in memory for one delivery; the rest goes to its temporary folder. */
    @WithDefault("1GB")
    String memoryLimit();

    @WithDefault("2")
    int threads();

    /** How many years evidence is kept after its delivery ceased to count; the counts are kept for ever. */
    @WithDefault("7")
    int retentionYears();
}
