package nl.mtvp.kernel.rest.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NdJsonTest {

    public record Thing(@NotNull Agb agb, @NotNull LocalDate startsOn, @NotBlank String name) {}

    private final NdJson lines =
            new NdJson(mapper(), Validation.buildDefaultValidatorFactory().getValidator(), Clock.systemUTC());

    @Test
    void a_faulty_line_spoils_itself_only_and_names_everything_wrong_with_it() {
        var read = read(
                """
                {"agb":"01000001","startsOn":"2023-07-01","name":"a"}

                {"agb":"0100001","startsOn":"1-7-2023","name":" ","nmae":"b"}
                {"agb":"01000002","startsOn":"2023-07-01","name":"c"}
                """);

        assertEquals(List.of(1, 3, 4), read.stream().map(NdJson.Line::number).toList());
        assertEquals("a", read.get(0).value().orElseThrow().name());
        assertEquals("c", read.get(2).value().orElseThrow().name());
        assertTrue(read.get(1).value().isEmpty());
        assertEquals(Set.of("/agb", "/startsOn", "/name", "/nmae"), locations(read.get(1)));
    }

    @Test
    void a_line_that_is_no_single_object_is_a_faulty_line() {
        var read = read("{\"agb\":\nnull\n[1]\n\"x\"\n"
                + "{\"agb\":\"01000001\",\"startsOn\":\"2023-07-01\",\"name\":\"a\"}{}\n");

        assertEquals(5, read.size());
        for (var line : read) {
            assertTrue(line.value().isEmpty() && !line.faults().isEmpty(), "line " + line.number());
        }
    }

    @Test
    void no_lines_and_too_many_lines_are_refused() {
        assertThrows(InvalidInput.class, () -> read("\n \r\n"));
        assertThrows(InvalidInput.class, () -> read("{}\n".repeat(11)));
        // Nothing of what comes after the last line that may be there is read, however much it is.
        assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> assertThrows(InvalidInput.class, () -> read("{}\n".repeat(349_000))));
    }

    public enum Colour {
        RED
    }

    public record Counted(Integer count, Colour colour, Boolean sure, BigDecimal share) {}

    @ParameterizedTest
    @ValueSource(strings = {" 1 ", "+1", "01", "1e2", ".5", "1.", "0x1"})
    void a_number_in_a_text_has_one_spelling(String text) {
        var faults = counted("{\"share\":\"" + text + "\"}").faults();
        assertEquals(List.of("malformed"), faults.stream().map(Fault::code).toList());
        assertEquals(List.of(), counted("{\"share\":\"-12.50\"}").faults());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\":\"3\"}",
                "{\"count\":true}",
                "{\"sure\":1}",
                "{\"sure\":\"TRUE\"}",
                "{\"sure\":\"\"}",
                "{\"share\":false}"
            })
    void a_number_and_a_truth_value_are_written_as_such(String line) {
        var faults = counted(line).faults();
        assertEquals(List.of("wrong-type"), faults.stream().map(Fault::code).toList());
        assertTrue(faults.get(0).detail().endsWith("is expected"), faults.get(0).detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"count\":3.9}", "{\"count\":1e-400}", "{\"count\":3.0}"})
    void a_number_with_a_fraction_is_no_count(String line) {
        assertEquals(Set.of("/count"), locations(counted(line)));
    }

    @Test
    void a_number_that_is_too_large_is_told_by_its_place() {
        assertEquals(Set.of("/count"), locations(counted("{\"count\":99999999999999999999}")));
        assertEquals(
                Set.of("/count", "/colour"),
                locations(counted("{\"count\":99999999999999999999,\"colour\":\"none\"}")));
    }

    @Test
    void the_place_in_a_list_of_names_is_no_name() {
        assertEquals(Set.of("/colour"), locations(counted("{\"colour\":0}")));
    }

    private NdJson.Line<Counted> counted(String line) {
        return lines.read(line.getBytes(StandardCharsets.UTF_8), Counted.class, 10)
                .get(0);
    }

    @Test
    void a_line_in_another_encoding_is_a_faulty_line() {
        var body = "{\"name\":\"a\"}\n{\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(lines.read(body, Thing.class, 10).get(1).value().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"UTF-32BE, encoding", "UTF-16LE, encoding", "UTF-16, encoding"})
    void a_body_in_another_encoding_is_told_once(String encoding, String code) {
        refused(code, "{\"name\":\"a\"}\n{\"name\":\"b\"}".getBytes(Charset.forName(encoding)));
    }

    @Test
    void of_lines_that_are_nothing_but_faults_the_later_ones_say_one_each() {
        var faulty = IntStream.range(0, 900)
                .mapToObj(at -> "\"a" + at + "\":1")
                .collect(Collectors.joining(",", "{", "}\n"));
        var read = read(faulty.repeat(10));
        assertEquals(10, read.size());
        int told = read.stream().mapToInt(line -> line.faults().size()).sum();
        assertTrue(told > 2_000 && told < 3_000, told + " faults");
        assertTrue(read.stream().noneMatch(line -> line.faults().isEmpty()));
    }

    @Test
    void what_is_no_lines_is_told_once() {
        refused("line-ends", "{\"name\":\"a\"}\r{\"name\":\"b\"}\r".getBytes(StandardCharsets.UTF_8));
        refused("compression", new byte[] {0x1f, (byte) 0x8b, 8, 0});
        refused("no-lines", "[{\"name\":\"a\"},\n{\"name\":\"b\"}]".getBytes(StandardCharsets.UTF_8));
        refused("no-lines", "\uFEFF[{\"name\":\"a\"}]".getBytes(StandardCharsets.UTF_8));
        refused("no-lines", "\n{\n  \"name\": \"a\"\n}\n".getBytes(StandardCharsets.UTF_8));
    }

    private void refused(String code, byte[] body) {
        var refused = assertThrows(InvalidInput.class, () -> lines.read(body, Thing.class, 10));
        assertEquals(List.of(code), refused.faults().stream().map(Fault::code).toList());
    }

    @Test
    void the_name_of_a_property_that_is_none_can_be_kept() {
        var fault = counted("{\"\\u0000\":1}").faults().get(0);
        assertEquals("/\uFFFD", fault.location());
    }

    public record Foreseeing(@NotNull String name, LocalDate startsOn) implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return startsOn != null && startsOn.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))
                    ? List.of(Fault.inBody("/startsOn", "in-the-past", "start later"))
                    : List.of();
        }
    }

    @Test
    void what_will_be_refused_besides_is_told_with_the_form() {
        var body =
                "{\"startsOn\":\"2020-01-01\"}\n{\"startsOn\":\"2020-01-32\"}\n{\"name\":\"a\",\"startsOn\":\"2020-01-01\"}"
                        .getBytes(StandardCharsets.UTF_8);
        var read = lines.read(body, Foreseeing.class, 10);
        assertEquals(Set.of("/name", "/startsOn"), locations(read.get(0)));
        assertEquals(
                Set.of("malformed", "not-null"),
                read.get(1).faults().stream().map(Fault::code).collect(Collectors.toSet()));
        assertEquals(Set.of(), locations(read.get(2)));
    }

    private List<NdJson.Line<Thing>> read(String body) {
        return lines.read(body.getBytes(StandardCharsets.UTF_8), Thing.class, 10);
    }

    private static Set<String> locations(NdJson.Line<?> line) {
        return line.faults().stream().map(Fault::location).collect(Collectors.toSet());
    }

    private static JsonMapper mapper() {
        var mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        new Json().customize(mapper);
        return mapper;
    }
}
