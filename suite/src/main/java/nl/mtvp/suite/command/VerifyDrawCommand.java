package nl.mtvp.suite.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.mtvp.verifier.VerifyDraw;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Recomputes a draw from its transcript, without any service. */
@Command(
        name = "verify-draw",
        header = "Recomputes a draw from its published transcript, and says what differs.",
        description = {
            "No service runs for it, and none of their code: the verifier is one file that needs nothing but Java 17,",
            "verifier/src/main/java/nl/mtvp/verifier/VerifyDraw.java. docs/draw.md tells what it checks.",
            "Exits with 0 when the transcript holds, else with 1.",
            "Example:",
            "  curl -H \"Authorization: Bearer $(./mtvp token notary)\" \\",
            "    http://127.0.0.1:8181/v1/admission-rounds/ID/transcript > transcript.json",
            "  ./mtvp verify-draw transcript.json"
        })
public final class VerifyDrawCommand extends SuiteCommand {

    @Parameters(paramLabel = "TRANSCRIPT", description = "a file that holds a round's transcript, as it was fetched")
    private Path transcript;

    @Override
    public Integer call() {
        var text = read();
        VerifyDraw.report(text).forEach(out()::println);
        return VerifyDraw.faults(text).isEmpty() ? 0 : 1;
    }

    private String read() {
        try {
            return Files.readString(transcript);
        } catch (CharacterCodingException unreadable) {
            throw new IllegalArgumentException(transcript + " is no text in UTF-8", unreadable);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("cannot read " + transcript, unreadable);
        }
    }
}
