package nl.mtvp.kernel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededOrderTest {

    private static final List<String> CLASSES =
            IntStream.range(0, 50).mapToObj(number -> "nl.mtvp.Class" + number).toList();

    @Test
    void the_order_of_a_seed_does_not_depend_on_how_the_classes_were_found() {
        var found = new ArrayList<>(CLASSES);
        Collections.shuffle(found, new Random(1));
        assertEquals(ordered(CLASSES, "12345"), ordered(found, "12345"));
    }

    @Test
    void a_few_classes_keep_the_order_that_they_had_among_all() {
        var few = CLASSES.subList(10, 20);
        var among = ordered(CLASSES, "12345").stream().filter(few::contains).toList();
        assertEquals(among, ordered(few, "12345"));
    }

    @Test
    void another_seed_is_another_order() {
        assertNotEquals(CLASSES, ordered(CLASSES, "12345"));
        assertNotEquals(ordered(CLASSES, "12345"), ordered(CLASSES, "12346"));
    }

    @Test
    void every_pair_comes_both_ways() {
        var first = IntStream.range(0, 20)
                .mapToObj(seed -> ordered(CLASSES.subList(0, 2), "" + seed).get(0))
                .distinct()
                .toList();
        assertEquals(2, first.size());
    }

    @WithTestResource(value = TokenResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
    private static final class Neighboured {}

    @Test
    void classes_that_need_the_same_neighbours_are_told_from_those_that_need_none() {
        assertTrue(SeededOrder.neighbours(Neighboured.class).contains(TokenResource.class.getName()));
        assertEquals("", SeededOrder.neighbours(SeededOrderTest.class));
    }

    private static List<String> ordered(List<String> names, String seed) {
        return names.stream()
                .sorted(Comparator.comparing(name -> SeededOrder.place(name, seed)))
                .toList();
    }
}
