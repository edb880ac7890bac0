package nl.mtvp.kernel.rest.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.rest.body.Lines.Kind;
import org.junit.jupiter.api.Test;

/** Each line has its result, whatever becomes of the others. */
class LinesTest {

    public record Thing(@Size(max = 3) String name) {}

    private static final Kind<Thing, String, String, String> THINGS = new Kind<>(
            Thing.class,
            10,
            LinesTest::named,
            (number, outcome) -> number + " " + outcome,
            (number, faults) -> number + " refused: " + faults.get(0).code());

    private final ObjectMapper json = new ObjectMapper();
    private final Lines lines = new Lines(
            new NdJson(json, Validation.buildDefaultValidatorFactory().getValidator(), Clock.systemUTC()),
            new Csv(json, Validation.buildDefaultValidatorFactory().getValidator(), Clock.systemUTC()));

    @Test
    void the_good_lines_are_done_together_and_each_line_has_its_result_in_order() {
        var done = new ArrayList<List<String>>();
        var results = lines.results(
                "name\na\ntoolong\n\nno\nb\n".getBytes(UTF_8), new MediaType("text", "csv"), THINGS, all -> {
                    done.add(all);
                    return all.stream().map("done "::concat).toList();
                });
        assertEquals(List.of("2 done a", "3 refused: size", "5 refused: no-thing", "6 done b"), results);
        assertEquals(List.of(List.of("a", "b")), done);
    }

    @Test
    void the_same_of_json_by_the_line() {
        var results = lines.results(
                "{\"name\":\"a\"}\n{\"name\":\"no\"}\n".getBytes(UTF_8),
                MediaType.valueOf(NdJson.MEDIA_TYPE),
                THINGS,
                all -> all);
        assertEquals(List.of("1 a", "2 refused: no-thing"), results);
    }

    private static String named(Thing thing) {
        if (thing.name().equals("no")) {
            throw new DomainFailure(DomainFailure.Kind.CONFLICT, "no-thing", "there is no such thing") {};
        }
        return thing.name();
    }
}
