package nl.mtvp.kernel.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    void ids_are_of_version_7_and_in_the_order_of_time() {
        var id = Ids.at(NOON);
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(NOON.toEpochMilli(), id.getMostSignificantBits() >>> 16);
        assertTrue(id.toString().compareTo(Ids.at(NOON.plusMillis(1)).toString()) < 0);
    }
}
