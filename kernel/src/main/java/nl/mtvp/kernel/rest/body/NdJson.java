package nl.mtvp.kernel.rest.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.file.FileStart;
import nl.mtvp.kernel.file.FileStart.OtherForm;

/**
 * Reads bulk requests: NDJSON, one object a line. A faulty line spoils itself only, and says everything that is wrong
 * with it; blank lines are passed over, but counted.
 */
@ApplicationScoped
public class NdJson {

    public static final String MEDIA_TYPE = "application/x-ndjson";

    private static final int FAULTS_MAX = 2_000;

    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    NdJson(ObjectMapper json, Validator validator, Clock clock) {
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * One line.
     *
     * @param number counts from 1
     * @param value empty when there are faults
     */
    public record Line<T>(int number, Optional<T> value, List<Fault> faults) {

        /** With one of its faults only, which is enough once thousands were told. */
        Line<T> briefly() {
            return new Line<>(number, value, faults.stream().limit(1).toList());
        }
    }

    /** @throws InvalidInput if it is no lines, or none at all, or more than {@code linesMax} */
    public <T> List<Line<T>> read(byte[] body, Class<T> type, int linesMax) {
        var reader = json.readerFor(type);
        var stream = new ByteLines(new ByteArrayInputStream(body), body.length);
        var lines = new ArrayList<Line<T>>();
        int told = 0;
        for (var bytes = stream.next(); bytes != null; bytes = stream.next()) {
            if (!ByteLines.isBlank(bytes)) {
                if (lines.isEmpty()) {
                    requireLines(bytes);
                }
                if (lines.size() == linesMax) {
                    throw outOfBounds(linesMax);
                }
                Line<T> line = line(stream.number(), bytes, reader);
                lines.add(told > FAULTS_MAX ? line.briefly() : line);
                told += line.faults().size();
            }
        }
        if (lines.isEmpty()) {
            throw outOfBounds(linesMax);
        }
        return lines;
    }

    /** Of what is no lines of JSON at all one thing is said, and not the same of each line. */
    private static void requireLines(byte[] first) {
        FileStart.otherForm(first, first.length)
                .or(() -> spread(FileStart.unmarked(new String(first, UTF_8)).strip()))
                .ifPresent(other -> {
                    throw new InvalidInput(Fault.inBody("", other.code(), other.detail()));
                });
    }

    private static Optional<OtherForm> spread(String first) {
        return first.startsWith("[") || first.equals("{")
                ? Optional.of(new OtherForm(
                        "no-lines", "this is one JSON value over several lines, or a list; send one object a line"))
                : Optional.empty();
    }

    private static InvalidInput outOfBounds(int linesMax) {
        return new InvalidInput(Fault.inBody("", "lines", "send 1 to " + linesMax + " lines at a time"));
    }

    private <T> Line<T> line(int number, byte[] text, ObjectReader reader) {
        return bound(number, () -> reader.readValue(text), validator, clock);
    }

    /** Reads one line's value. */
    interface Reading<T> {
        T value() throws IOException;
    }

    /** A line with its value, or with everything that keeps it from having one. */
    static <T> Line<T> bound(int number, Reading<T> reading, Validator validator, Clock clock) {
        var faults = new ArrayList<Fault>();
        T value = null;
        FaultCollector.start();
        try {
            value = reading.value();
        } catch (JsonProcessingException unreadable) {
            faults.add(RequestBodies.faultOf(unreadable));
        } catch (CharConversionException otherEncoding) {
            faults.add(Fault.inBody("", "encoding", "a line is UTF-8 text"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            faults.addAll(FaultCollector.stop());
        }
        if (value == null && faults.isEmpty()) {
            faults.add(Fault.inBody("", "no-object", "a line holds one JSON object"));
        }
        var all = Fault.told(RequestBodies.withViolations(faults, value, validator, clock));
        return new Line<>(number, all.isEmpty() ? Optional.of(value) : Optional.empty(), all);
    }
}
