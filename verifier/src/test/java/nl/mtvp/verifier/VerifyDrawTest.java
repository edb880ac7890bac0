package nl.mtvp.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of docs/draw.md, whose digests were made by another program. That every change is found, plan-service tests. */
class VerifyDrawTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"draw.json", "repeated-draw.json"})
    void D20_the_documented_transcripts_hold(String file) {
        assertEquals(List.of(), VerifyDraw.faults(text(file)));
        var report = VerifyDraw.report(text(file));
        assertTrue(report.stream().noneMatch(line -> line.contains("FAULT")), report::toString);
        assertEquals(12, report.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a lot | 43000, | 42999, | /pool/lots: hub:ZOU/De Bilt, its ion,",
                "the pool | \"usedIon\": 61000 | \"usedIon\": 60999 | /poolHash",
                "the ceiling | \"ceilingPercent\": 75 | \"ceilingPercent\": 50 | /ceilingPercent",
                "the seed | \"seed\": \"6a | \"seed\": \"6b | /commitment",
                "an outcome | \"LAPSED\" | \"ADMITTED\" | /turns/1",
                "a moment | 2023-08-02T10 | 2023-08-02T11 | /transcriptHash",
                "the order of steps | 2023-08-02T10 | 2023-09-02T10 | /frozenAt lies before",
                "a deadline | 2023-09-01\" | 2023-09-02\" | /preferencesUntil",
                "the state | CLOSED | FROZEN | /state",
                "a name | \"rank\" | \"Rank\" | /turns/0/",
                "a reason | \"redrawReason\": null | \"redrawReason\": \"x\" | /redrawReason",
                "the end | `\"transcriptHash\"` | `]` | / is no JSON",
                "a fraction | 43000, | 43000.0, | / is no JSON",
                "a property twice | `\"drawNumber\": 1` | `\"drawNumber\": 1, \"drawNumber\": 1` | / is no JSON"
            })
    void D20_a_change_is_found_and_named(String what, String from, String to, String where) {
        var changed = text("draw.json").replaceFirst(Pattern.quote(from), to);
        assertFalse(changed.equals(text("draw.json")), "nothing was changed");
        var faults = VerifyDraw.faults(changed);
        assertTrue(faults.stream().anyMatch(fault -> fault.startsWith(where)), what + ": " + faults);
        assertTrue(VerifyDraw.report(changed).stream().anyMatch(line -> line.contains("does NOT hold")));
    }

    @Test
    void what_is_no_transcript_is_no_transcript() {
        for (var text : List.of(
                "", "{}", "[]", "null", "1", "\"x\"", "{", "[1,]", "{\"a\":1,}", "{} {}", "{\"a\" 1}", "[1 2]")) {
            assertFalse(VerifyDraw.faults(text).isEmpty(), text);
        }
    }

    /** As a notary runs it: the source file alone, with no class path. */
    @Test
    void the_source_file_runs_alone_and_tells_by_its_exit_code() throws Exception {
        var held = Files.writeString(folder.resolve("held.json"), text("draw.json"));
        var changed = Files.writeString(
                folder.resolve("changed.json"), text("draw.json").replace("\"6a", "\"6b"));

        assertEquals(0, run(held));
        assertEquals(1, run(changed));
    }

    private static int run(Path transcript) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var source = Path.of("src/main/java/nl/mtvp/verifier/VerifyDraw.java");
        var process = new ProcessBuilder(java.toString(), source.toString(), transcript.toString())
                .redirectErrorStream(true)
                .start();
        var told = new ByteArrayOutputStream();
        process.getInputStream().transferTo(told);
        assertTrue(told.toString(StandardCharsets.UTF_8).contains("The transcript"), told::toString);
        return process.waitFor();
    }

    private static String text(String file) {
        try (InputStream stream = VerifyDrawTest.class.getResourceAsStream("/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
