package nl.mtvp.kernel.rest.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.body.NdJson.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    public record Thing(@NotNull Agb agb, @NotBlank String name, BigDecimal amount) {}

    private final Csv lines =
            new Csv(mapper(), Validation.buildDefaultValidatorFactory().getValidator(), Clock.systemUTC());

    @Test
    void a_faulty_line_spoils_itself_only_and_names_everything_wrong_with_it() {
        var read = read("name,amount,agb\r\na,4.60,01000001\r\n\r\n ,much,0100001\nc,,01000002");

        assertEquals(List.of(2, 4, 5), read.stream().map(Line::number).toList());
        assertEquals(
                new Thing(new Agb("01000001"), "a", new BigDecimal("4.60")),
                read.get(0).value().orElseThrow());
        assertEquals(
                new Thing(new Agb("01000002"), "c", null), read.get(2).value().orElseThrow());
        assertTrue(read.get(1).value().isEmpty());
        assertEquals(
                Set.of("/agb", "/name", "/amount"),
                read.get(1).faults().stream().map(Fault::location).collect(Collectors.toSet()));
    }

    @Test
    void fields_are_quoted_as_RFC_4180_has_it_and_a_byte_order_mark_is_passed() {
        var read = read("\uFEFFagb,name,amount\n01000001,\"Bos, \"\"de\"\" 'é'\",\n\"01000002\",\" b \",\"1\"\n");
        assertEquals("Bos, \"de\" 'é'", read.get(0).value().orElseThrow().name());
        assertEquals(" b ", read.get(1).value().orElseThrow().name());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "01000001;\"b;,quotes",
                "01000001;\"b\"c;,quotes",
                "01000001;b^^c;,quotes",
                "01000001;b,fields",
                "01000001;b;;,fields",
                "01000001;b\0;,nul",
                "01000001;b\u00ff;,encoding"
            })
    void a_line_that_cannot_be_read_is_named_and_the_others_are_done(String line, String code) {
        var body = "agb,name,amount\n01000001,a,\n" + line.replace(';', ',').replace('^', '\r') + "\n01000002,c,\n";
        var read = read(body.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of(2, 3, 4), read.stream().map(Line::number).toList());
        assertTrue(read.get(0).value().isPresent() && read.get(2).value().isPresent());
        assertEquals(
                List.of("line 3 " + code),
                read.get(1).faults().stream()
                        .map(fault -> fault.location() + " " + fault.code())
                        .toList());
    }

    @Test
    void a_line_is_as_long_as_the_limit_and_no_longer() {
        var head = "agb,name,amount\n01000001,";
        var name = "x".repeat(Csv.LINE_BYTES_MAX - "01000001,,".length());
        assertTrue(read(head + name + ",\r\n").get(0).value().isPresent());
        var read = read(head + name + "x,\n01000001,b,\n");
        assertEquals("line-too-long", read.get(0).faults().get(0).code());
        assertTrue(read.get(1).value().isPresent());
    }

    @Test
    void the_header_is_refused_with_everything_wrong_with_it_before_any_line() {
        var taken = new ArrayList<Line<Thing>>();
        var refused = assertThrows(
                InvalidInput.class, () -> lines.read(stream("agb,nmae,agb\n"), Thing.class, 10, taken::add));
        assertEquals(
                List.of("unknown-column", "column-twice", "missing-column", "missing-column"),
                refused.faults().stream().map(Fault::code).toList());
        assertTrue(taken.isEmpty());
        assertEquals(
                "encoding",
                assertThrows(InvalidInput.class, () -> read("é\n".getBytes(StandardCharsets.ISO_8859_1)))
                        .faults()
                        .get(0)
                        .code());
    }

    @Test
    void column_names_are_taken_in_any_case() {
        assertEquals(
                "b",
                read("AGB,Name,AMOUNT\n01000001,b,\n")
                        .get(0)
                        .value()
                        .orElseThrow()
                        .name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "agb;name;amount^01000001;a;^~separator",
                "agb\tname\tamount^01000001\ta\t^~separator",
                "^agb,name,amount^01000001,a,^~no-header",
                "\"agb\";\"name\";\"amount\"^01000001;a;^~separator",
                "agb,name,amount%01000001,a,%~line-ends",
                "PK\u0003\u0004agb~compression",
                "'\u001f\u008b\u0008'~compression",
                "\u00ff\u00fea~encoding",
                "'\u0000a\u0000g'~encoding"
            })
    void a_file_of_another_form_is_refused_by_the_name_of_that_form(String file, String code) {
        var body = file.replace('^', '\n').replace('%', '\r').getBytes(StandardCharsets.ISO_8859_1);
        var refused = assertThrows(InvalidInput.class, () -> read(body));
        assertEquals(
                List.of("line 1 " + code),
                refused.faults().stream()
                        .map(fault -> fault.location() + " " + fault.code())
                        .toList());
    }

    @Test
    void what_a_spreadsheet_makes_of_a_field_is_named() {
        var faults = read("agb,name,amount\n1000001,a,\n").get(0).faults();
        assertTrue(faults.get(0).detail().endsWith("this one has 7: was a leading zero lost?"), faults.toString());
    }

    @Test
    void no_lines_and_too_many_lines_are_refused() {
        assertThrows(InvalidInput.class, () -> read(""));
        assertThrows(InvalidInput.class, () -> read("agb,name,amount\n\n"));
        assertEquals(10, read("agb,name,amount\n" + "01000001,a,\n".repeat(10)).size());
        assertThrows(InvalidInput.class, () -> read("agb,name,amount\n" + "01000001,a,\n".repeat(11)));
    }

    @Test
    void lines_are_handed_over_while_the_file_is_still_coming() {
        var coming = IntStream.range(0, 5_000)
                .mapToObj(number -> number == 0 ? "agb,name,amount\n" : "01000001,a,\n")
                .iterator();
        var left = new ArrayList<Boolean>();
        lines.read(new Coming(coming), Thing.class, 5_000, line -> left.add(coming.hasNext()));
        assertTrue(left.get(0), "the first line waited for the last");
        assertEquals(4_999, left.size());
    }

    /** A stream that makes its text up when it is asked for. */
    private static final class Coming extends InputStream {

        private final Iterator<String> lines;
        private InputStream line = InputStream.nullInputStream();

        Coming(Iterator<String> lines) {
            this.lines = lines;
        }

        @Override
        public int read() {
            try {
                int next = line.read();
                if (next >= 0 || !lines.hasNext()) {
                    return next;
                }
                line = stream(lines.next());
                return line.read();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private List<Line<Thing>> read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    private List<Line<Thing>> read(byte[] body) {
        var read = new ArrayList<Line<Thing>>();
        lines.read(new ByteArrayInputStream(body), Thing.class, 10, read::add);
        return read;
    }

    private static JsonMapper mapper() {
        var mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        new Json().customize(mapper);
        return mapper;
    }
}
