package nl.mtvp.kernel.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NdJsonTest {

    public record Thing(@NotNull Agb agb, @NotNull LocalDate startsOn, @NotBlank String name) {}

    private final NdJson lines =
            new NdJson(mapper(), Validation.buildDefaultValidatorFactory().getValidator());

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

    public record Counted(Integer count, Colour colour) {}

    @ParameterizedTest
    @ValueSource(strings = {"{\"count\":3.9}", "{\"count\":1e-400}", "{\"count\":3.0}"})
    void a_number_with_a_fraction_is_no_count(String line) {
        assertEquals(Set.of("/count"), locations(counted(line)));
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
        var body = "{\"name\":\"a\"}".getBytes(Charset.forName("UTF-32BE"));
        assertTrue(lines.read(body, Thing.class, 10).get(0).value().isEmpty());
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
