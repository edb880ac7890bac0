package nl.mtvp.kernel.rest.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.file.FileStart;
import nl.mtvp.kernel.rest.body.NdJson.Line;

/**
 * Reads bulk requests: CSV in UTF-8 with a header, one record a line, quoted as RFC 4180 has it. The columns are the
 * components of a record type, all of them, in any order and case; an empty field is null. A faulty line spoils itself only,
 * and says everything that is wrong with it. For that a field never holds a line break: an open quote ends with its line.
 */
@ApplicationScoped
public class Csv {

    public static final String MEDIA_TYPE = "text/csv";

    static final int LINE_BYTES_MAX = 16_384;

    private static final String HEADER = "line 1";
    private static final ObjectReader FIELDS =
            new CsvMapper().readerForListOf(String.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    Csv(ObjectMapper json, Validator validator, Clock clock) {
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * Hands each line over as soon as it is read; the header is line 1, blank lines are passed over, but counted.
     *
     * @throws InvalidInput if the header has other columns than the type, before any line is handed over; if there is no
     *     line at all; and, after as many, if there are more than {@code linesMax}
     */
    public <T extends Record> void read(InputStream body, Class<T> type, int linesMax, Consumer<Line<T>> each) {
        var lines = new ByteLines(body, LINE_BYTES_MAX);
        var columns = header(lines, type);
        var reader = json.readerFor(type).withAttribute(RequestScalar.OF_TEXT, true);
        int taken = 0;
        for (var bytes = lines.next(); bytes != null; bytes = lines.next()) {
            if (!isBlank(bytes)) {
                taken++;
                if (taken > linesMax) {
                    throw outOfBounds(linesMax);
                }
                each.accept(line(lines.number(), bytes, columns, reader));
            }
        }
        if (taken == 0) {
            throw outOfBounds(linesMax);
        }
    }

    private static InvalidInput outOfBounds(int linesMax) {
        return new InvalidInput(Fault.inFile("", "lines", "send a header and 1 to " + linesMax + " lines at a time"));
    }

    /** Nothing at all, or what a spreadsheet leaves of an empty row. */
    private static boolean isBlank(byte[] bytes) {
        return ByteLines.holdsOnly(" \t\r,", bytes);
    }

    private static List<String> header(ByteLines lines, Class<? extends Record> type) {
        var expected = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        var bytes = lines.next();
        var faults = new ArrayList<Fault>();
        if (bytes != null && ByteLines.isBlank(bytes)) {
            throw new InvalidInput(Fault.inFile(
                    HEADER, "no-header", "the first line names the columns " + expected + ", and here it is empty"));
        }
        if (bytes != null) {
            FileStart.otherForm(bytes, bytes.length)
                    .ifPresent(other -> faults.add(Fault.inFile(HEADER, other.code(), other.detail())));
        }
        if (bytes != null && faults.isEmpty()) {
            otherwiseParted(bytes, expected).ifPresent(faults::add);
        }
        var columns = bytes == null || !faults.isEmpty()
                ? List.<String>of()
                : fields(bytes, HEADER, faults).stream()
                        .map(column -> named(column, expected))
                        .toList();
        if (faults.isEmpty()) {
            faults.addAll(headerFaults(columns, expected));
        }
        InvalidInput.ifAny(faults);
        return columns;
    }

    /** The column that is meant, in whatever case it is written. */
    private static String named(String column, List<String> expected) {
        return expected.stream().filter(column::equalsIgnoreCase).findFirst().orElse(column);
    }

    /** A header whose columns are these, with something else between them than a comma. */
    private static Optional<Fault> otherwiseParted(byte[] bytes, List<String> expected) {
        var header =
                FileStart.unmarked(new String(bytes, StandardCharsets.UTF_8)).replace("\"", "");
        var parted = header.contains(",") ? Optional.<String>empty() : FileStart.partedByCommas(header);
        return parted.filter(by ->
                        Stream.of(by.split(",")).anyMatch(column -> expected.contains(named(column.strip(), expected))))
                .map(by -> FileStart.separator(header))
                .map(separator -> Fault.inFile(HEADER, separator.code(), separator.detail()));
    }

    private static List<Fault> headerFaults(List<String> columns, List<String> expected) {
        var faults = new ArrayList<Fault>();
        var seen = new TreeSet<String>();
        for (int at = 0; at < columns.size(); at++) {
            var column = columns.get(at);
            if (!expected.contains(column)) {
                faults.add(Fault.inFile(
                        HEADER,
                        "unknown-column",
                        "column " + (at + 1) + " has another name than any of " + expected
                                + "; fields are parted by commas"));
            } else if (!seen.add(column)) {
                faults.add(Fault.inFile(HEADER, "column-twice", "column " + column + " stands there twice"));
            }
        }
        expected.stream()
                .filter(column -> !seen.contains(column))
                .map(column -> Fault.inFile(HEADER, "missing-column", "column " + column + " is missing"))
                .forEach(faults::add);
        return faults;
    }

    private <T> Line<T> line(int number, byte[] bytes, List<String> columns, ObjectReader reader) {
        var faults = new ArrayList<Fault>();
        var fields = fields(bytes, "line " + number, faults);
        if (faults.isEmpty() && fields.size() != columns.size()) {
            faults.add(Fault.inFile(
                    "line " + number,
                    "fields",
                    "this line has " + fields.size() + " fields, and the header " + columns.size() + " columns"));
        }
        if (!faults.isEmpty()) {
            return new Line<>(number, Optional.empty(), faults);
        }
        var object = json.createObjectNode();
        for (int at = 0; at < fields.size(); at++) {
            object.put(columns.get(at), fields.get(at).isEmpty() ? null : fields.get(at));
        }
        return NdJson.bound(number, () -> reader.readValue(object), validator, clock);
    }

    /** The fields of a line; none when it has faults, which are added. Its text is never repeated. */
    private static List<String> fields(byte[] bytes, String line, List<Fault> faults) {
        if (bytes.length > LINE_BYTES_MAX) {
            faults.add(Fault.inFile(line, "line-too-long", "a line has at most " + LINE_BYTES_MAX + " bytes"));
            return List.of();
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                faults.add(Fault.inFile(line, "nul", "a text holds no NUL character"));
                return List.of();
            }
            return FIELDS.readValue(line.equals(HEADER) ? FileStart.unmarked(text) : text);
        } catch (CharacterCodingException foreign) {
            faults.add(Fault.inFile(line, "encoding", "the file is in UTF-8, and this line is not"));
        } catch (JsonProcessingException unreadable) {
            faults.add(Fault.inFile(
                    line,
                    "quotes",
                    "a field with a comma or a quote stands in quotes, closed on the same line, and a quote in it is"
                            + " doubled (RFC 4180)"));
        }
        return List.of();
    }
}
