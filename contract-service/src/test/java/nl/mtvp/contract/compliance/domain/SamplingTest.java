package nl.mtvp.contract.compliance.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.mtvp.kernel.json.Digests;
import org.junit.jupiter.api.Test;

class SamplingTest {

    private static final byte[] SEED =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final List<UUID> CONTRACTS = IntStream.range(1, 6)
            .mapToObj(number -> UUID.fromString("0188af0c-5100-7000-9a53-74edd6a6c00" + number))
            .toList();

    @Test
    void D33_the_sample_does_not_depend_on_the_order_of_the_population() {
        var shuffled = new ArrayList<>(CONTRACTS);
        Collections.shuffle(shuffled, new Random(7));
        assertEquals(Sampling.first(3, SEED, CONTRACTS), Sampling.first(3, SEED, shuffled));
    }

    @Test
    void D33_a_larger_sample_begins_with_the_smaller_one_and_ends_with_the_population() {
        var all = Sampling.first(100, SEED, CONTRACTS);
        assertEquals(5, all.size());
        for (int size = 0; size < 5; size++) {
            assertEquals(all.subList(0, size), Sampling.first(size, SEED, CONTRACTS));
        }
    }

    @Test
    void D33_the_order_is_that_of_the_tickets_as_unsigned_bytes() {
        var byHex = CONTRACTS.stream()
                .sorted((one, other) ->
                        Digests.hex(Sampling.ticket(SEED, one)).compareTo(Digests.hex(Sampling.ticket(SEED, other))))
                .toList();
        assertEquals(byHex, Sampling.first(5, SEED, CONTRACTS));
        assertNotEquals(CONTRACTS, byHex, "an order that is not the ids' own");
    }
}
