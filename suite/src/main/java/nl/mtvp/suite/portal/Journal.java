package nl.mtvp.suite.portal;

import static nl.mtvp.suite.common.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Json;

/** What was done in the portal, and when, a line each: a portal that was killed makes the same book of it. */
final class Journal implements AutoCloseable {

    private final OutputStream file;

    private Journal(OutputStream file) {
        this.file = file;
    }

    /** The acts that change the book. */
    enum Act {
        RECEIVE,
        ACCEPT,
        REFUSE,
        EXPIRE,
        /** The other side gave its receipt for a closing. */
        TOLD
    }

    record Entry(Act act, Instant at, String offer, JsonNode body) {

        static Entry of(JsonNode line) {
            return new Entry(
                    Act.valueOf(text(line, "act")),
                    Instant.parse(text(line, "at")),
                    text(line, "offer"),
                    line.path("body"));
        }
    }

    /** Goes on after the last whole line of the file. */
    static Journal at(Path file) {
        return Io.get("the portal's journal " + file + " cannot be written", () -> {
            if (Files.exists(file)) {
                Files.writeString(file, whole(file));
            }
            return new Journal(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        });
    }

    /** A last line that was cut off by the end of the process was never answered, so it does not count. */
    static List<Entry> read(Path file) {
        return Files.exists(file)
                ? whole(file).lines().map(Json::read).map(Entry::of).toList()
                : List.of();
    }

    private static String whole(Path file) {
        var text = Io.get("the portal's journal " + file + " cannot be read", () -> Files.readString(file));
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    void add(Act act, Instant at, String offer, JsonNode body) {
        var line = Json.MAPPER
                .createObjectNode()
                .put("act", act.name())
                .put("at", at.toString())
                .put("offer", offer)
                .set("body", body);
        Io.run("the portal's journal cannot be written", () -> {
            file.write((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            file.flush();
        });
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
