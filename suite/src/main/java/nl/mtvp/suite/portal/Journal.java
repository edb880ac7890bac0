package nl.mtvp.suite.portal;

import static nl.mtvp.suite.common.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

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
        try {
            if (Files.exists(file)) {
                Files.writeString(file, whole(file));
            }
            return new Journal(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException failure) {
            throw new UncheckedIOException("the portal's journal " + file + " cannot be written", failure);
        }
    }

    /** A last line that was cut off by the end of the process was never answered, so it does not count. */
    static List<Entry> read(Path file) {
        try {
            return Files.exists(file)
                    ? whole(file).lines().map(Journal::parsed).map(Entry::of).toList()
                    : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException("the portal's journal " + file + " cannot be read", failure);
        }
    }

    private static String whole(Path file) throws IOException {
        var text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private static JsonNode parsed(String line) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException("a line of the portal's journal is broken", broken);
        }
    }

    void add(Act act, Instant at, String offer, JsonNode body) {
        var line = Json.MAPPER
                .createObjectNode()
                .put("act", act.name())
                .put("at", at.toString())
                .put("offer", offer)
                .set("body", body);
        try {
            file.write((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            file.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("the portal's journal cannot be written", failure);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
