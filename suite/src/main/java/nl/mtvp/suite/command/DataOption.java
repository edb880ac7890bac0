package nl.mtvp.suite.command;

import java.nio.file.Path;
import nl.mtvp.suite.stack.Installation;
import picocli.CommandLine.Option;

/** Where a stack keeps everything: databases, keys, logs. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:MTVP_DATA}",
            description = "the stack's folder: databases, keys, logs; a start empties it (default: MTVP_DATA of the"
                    + " environment, or else .mtvp in the repository)")
    private Path data;

    Path folder() {
        return data == null ? Installation.found().home().resolve(".mtvp") : data;
    }
}
