package nl.mtvp.kernel.testing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.mtvp.kernel.testing.ApiDocument.Parameter;
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
    void read() {
        api = ApiDocument.served();
    }

    @Test
    void what_is_a_moment_is_named_at_and_what_is_a_day_is_not() {
        assertAll(
                () -> assertTrue(api.properties().stream().anyMatch(this::isMoment), "no moments were found"),
                () -> assertNone("moments", property -> isMoment(property) && !isNamedAt(property.name())),
                () -> assertNone("no moments", property -> isNamedAt(property.name()) && !isMoment(property)),
                () -> assertEquals(
                        List.of(),
                        api.parameters().stream()
                                .filter(parameter -> isNamedAt(parameter.name())
                                        != api.formats(parameter.written().path("schema"))
                                                .equals(MOMENT))
                                .map(Parameter::fullName)
                                .toList(),
                        "parameters"));
    }

    private boolean isMoment(Property property) {
        return api.formats(property.written()).equals(MOMENT);
    }

    private static boolean isNamedAt(String name) {
        return name.endsWith("At");
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
