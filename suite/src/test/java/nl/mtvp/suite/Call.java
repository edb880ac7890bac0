package nl.mtvp.suite;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A command of the launcher, called within a test.
 *
 * @param code with which it ended
 * @param said what it wrote, errors among it
 */
public record Call(int code, String said) {

    /** @param data the folder of the stack that it is about */
    public static Call of(Path data, String... arguments) {
        var said = new StringWriter();
        int code = Mtvp.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                        .toArray(String[]::new));
        return new Call(code, said.toString());
    }
}
