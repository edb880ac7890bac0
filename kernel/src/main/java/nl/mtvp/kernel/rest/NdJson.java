package nl.mtvp.kernel.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;

/**
 * Reads bulk requests: NDJSON, one object a line. A faulty line spoils itself only, and says everything that is wrong
 * with it; blank lines are passed over, but counted.
 */
@ApplicationScoped
public class NdJson {

    public static final String MEDIA_TYPE = "application/x-ndjson";

    private final ObjectMapper json;
    private final Validator validator;

    NdJson(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * One line.
     *
     * @param number counts from 1
     * @param value empty when there are faults
     */
    public record Line<T>(int number, Optional<T> value, List<Fault> faults) {}

    /** @throws InvalidInput if there is no line at all, or more than {@code linesMax} */
    public <T> List<Line<T>> read(byte[] body, Class<T> type, int linesMax) {
        var reader = json.readerFor(type);
        var lines = new ArrayList<Line<T>>();
        int number = 0;
        for (int start = 0; start < body.length; ) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            number++;
            if (!isBlank(body, start, end)) {
                if (lines.size() == linesMax) {
                    throw outOfBounds(linesMax);
                }
                lines.add(line(number, Arrays.copyOfRange(body, start, end), reader));
            }
            start = end + 1;
        }
        if (lines.isEmpty()) {
            throw outOfBounds(linesMax);
        }
        return lines;
    }

    private static InvalidInput outOfBounds(int linesMax) {
        return new InvalidInput(Fault.inBody("", "lines", "send 1 to " + linesMax + " lines at a time"));
    }

    private static boolean isBlank(byte[] body, int start, int end) {
        for (int at = start; at < end; at++) {
            if (body[at] != ' ' && body[at] != '\t' && body[at] != '\r') {
                return false;
            }
        }
        return true;
    }

    private <T> Line<T> line(int number, byte[] text, ObjectReader reader) {
        return bound(number, () -> reader.readValue(text), validator);
    }

    /** Reads one line's value. */
    interface Reading<T> {
        T value() throws IOException;
    }

    /** A line with its value, or with everything that keeps it from having one. */
    static <T> Line<T> bound(int number, Reading<T> reading, Validator validator) {
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
        var all = RequestBodies.withViolations(faults, value, validator);
        return new Line<>(number, all.isEmpty() ? Optional.of(value) : Optional.empty(), all);
    }
}
