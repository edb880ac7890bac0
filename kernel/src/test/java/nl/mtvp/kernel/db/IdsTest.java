package nl.mtvp.kernel.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Instant NOON = Instant.parse("2023-07-10T10:00:00Z");

    @Test
    void ids_of_one_moment_are_in_the_order_in_which_they_were_made() {
        var made = Stream.generate(() -> Ids.at(NOON))
                .limit(1_000)
                .map(UUID::toString)
                .toList();
        assertEquals(made, made.stream().sorted().distinct().toList());
    }

    @Test
    void a_seed_gives_the_same_ids_again_in_the_order_in_which_they_are_made_and_of_days() {
        var first = new SeededIds.Sequence("seed");
        var again = new SeededIds.Sequence("seed");
        var made = Stream.generate(() -> first.at(NOON)).limit(1_000).toList();
        assertEquals(
                made,
                Stream.generate(() -> again.at(NOON.plusSeconds(60)))
                        .limit(1_000)
                        .toList());
        assertEquals(
                made.stream().map(UUID::toString).toList(),
                made.stream().map(UUID::toString).sorted().distinct().toList());
        assertEquals(7, made.get(0).version());
        assertEquals(2, made.get(0).variant());
        assertTrue(made.get(999)
                        .toString()
                        .compareTo(first.at(NOON.plusSeconds(86_400)).toString())
                < 0);
        assertNotEquals(made.get(0), new SeededIds.Sequence("another seed").at(NOON));
    }

    @Test
    void ids_are_of_version_7_and_in_the_order_of_time() {
        var id = Ids.at(NOON);
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(NOON.toEpochMilli(), id.getMostSignificantBits() >>> 16);
        assertTrue(id.toString().compareTo(Ids.at(NOON.plusMillis(1)).toString()) < 0);
    }
}
