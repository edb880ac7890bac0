package nl.mtvp.kernel.testing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.mtvp.kernel.testing.ApiDocument.Named;
import nl.mtvp.kernel.testing.ApiDocument.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How each service's API names what it tells; its own test extends this. Each rule was seen to fail. */
public abstract class WordRules {

    /** CloudEvents 1.0 names it. */
    private static final Set<String> NAMED_BY_OTHERS = Set.of("CloudEvent.time");

    private static final Set<String> MOMENT = Set.of("date-time");

    private ApiDocument api;

    @BeforeEach
    void read() throws IOException {
        api = new ApiDocument(new ObjectMapper()
                .readTree(RestAssured.given().get("/v1/openapi.json").asByteArray()));
    }

    @Test
    void what_is_a_moment_is_named_at_and_what_is_a_day_is_not() {
        assertAll(
                () -> assertTrue(api.properties().stream().anyMatch(this::isMoment), "no moments were found"),
                () -> assertNone("moments", property -> isMoment(property) && !isNamedAt(property)),
                () -> assertNone("no moments", property -> isNamedAt(property) && !isMoment(property)),
                () -> assertEquals(
                        List.of(),
                        api.parameters().stream()
                                .filter(parameter -> isNamedAt(parameter)
                                        != api.formats(parameter.written().path("schema"))
                                                .equals(MOMENT))
                                .map(Named::fullName)
                                .toList(),
                        "parameters"));
    }

    @Test
    void what_stands_in_addresses_is_named_alike() {
        var names = new TreeMap<String, Set<String>>();
        for (var path : api.paths()) {
            var before = new StringBuilder();
            for (var segment : path.substring(1).split("/")) {
                boolean named = segment.startsWith("{");
                if (named) {
                    names.computeIfAbsent(before.toString(), place -> new TreeSet<>())
                            .add(segment);
                    assertFalse(
                            segment.equals("{id}") && before.indexOf("{}") >= 0,
                            path + ": {id} is the first collection's");
                }
                before.append('/').append(named ? "{}" : segment);
            }
        }
        assertTrue(names.size() > 1, "nothing is named in an address");
        names.forEach((place, alike) -> assertEquals(1, alike.size(), () -> place + ": " + alike));
    }

    private boolean isMoment(Property property) {
        return api.formats(property.written()).equals(MOMENT);
    }

    private static boolean isNamedAt(Named named) {
        return named.name().endsWith("At");
    }

    private void assertNone(String which, Predicate<Property> wrong) {
        assertEquals(
                List.of(),
                api.properties().stream()
                        .filter(wrong)
                        .map(Property::fullName)
                        .filter(name -> !NAMED_BY_OTHERS.contains(name))
                        .distinct()
                        .toList(),
                which);
    }
}
