package nl.mtvp.verifier.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A file of one JSON object a line, read from front to back as values of a kind. A line that cannot be read is a
 * difference, and is passed over. Never more than two lines are held.
 */
final class NdjsonFile<T> implements AutoCloseable {

    private final String name;
    private final BufferedReader lines;
    private final Function<Row, T> read;
    private final Differences differences;
    private long line;
    private T next;
    private T afterNext;

    NdjsonFile(Path folder, String name, Function<Row, T> read, Differences differences) {
        this.name = name;
        this.read = read;
        this.differences = differences;
        try {
            this.lines = Files.newBufferedReader(folder.resolve(name), UTF_8);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("there is no " + name + " in " + folder, missing);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        next = readable();
        afterNext = next == null ? null : readable();
    }

    /** Takes the next one; null at the end. */
    T take() {
        var taken = next;
        next = afterNext;
        afterNext = next == null ? null : readable();
        return taken;
    }

    /**
     * Takes the next one if it is of a group, or stands between two that are, or is of no group to come; null otherwise.
     *
     * @param groupOf what one belongs to
     */
    T takeOf(UUID group, Function<T, UUID> groupOf, Set<UUID> toCome) {
        boolean belongs = next != null
                && (groupOf.apply(next).equals(group)
                        || afterNext != null && groupOf.apply(afterNext).equals(group)
                        || !toCome.contains(groupOf.apply(next)));
        return belongs ? take() : null;
    }

    /** Takes all that are left. */
    void takeAll(Consumer<T> taker) {
        for (var taken = take(); taken != null; taken = take()) {
            taker.accept(taken);
        }
    }

    private T readable() {
        try {
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                try {
                    if (Json.read(text) instanceof Map<?, ?> properties) {
                        return read.apply(new Row(name, line, properties));
                    }
                    throw new Unreadable("is no object");
                } catch (Unreadable fault) {
                    differences.add(name + " line " + line, fault.getMessage());
                }
            }
            return null;
        } catch (CharacterCodingException foreign) {
            differences.add(name, "is no text in UTF-8 some lines after " + line + ": the rest cannot be read");
            return null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read after line " + line, unreadable);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
