package nl.mtvp.payment.run.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.Count;
import nl.mtvp.payment.entitlement.domain.Facts.Holder;
import nl.mtvp.payment.entitlement.domain.Facts.InForce;
import nl.mtvp.payment.entitlement.domain.Facts.Offset;
import nl.mtvp.payment.entitlement.domain.Facts.Share;
import nl.mtvp.payment.entitlement.domain.Facts.Source;
import nl.mtvp.payment.entitlement.domain.Facts.Tariff;

/** Facts written by hand are what the general way writes, and are read back as they were (D53, D54). */
class FactsJsonTest {

    private static final ObjectMapper TREES = new ObjectMapper();

    private final FactsJson json = new FactsJson();

    @Property(tries = 500)
    void facts_are_read_back_as_they_were_written(@ForAll long seed) {
        var facts = facts(new Random(seed));
        assertEquals(facts, json.read(json.written(facts)));
    }

    @Property(tries = 500)
    void facts_are_written_as_the_general_way_writes_them(@ForAll long seed) throws JsonProcessingException {
        var facts = facts(new Random(seed));
        var general = new String(CanonicalJson.bytes(facts), StandardCharsets.UTF_8);
        assertEquals(TREES.readTree(general), TREES.readTree(json.written(facts)));
        assertEquals(facts, json.read(general));
    }

    private static Facts facts(Random random) {
        return new Facts(
                Quarters.of("2023-Q" + (1 + random.nextInt(4))),
                new Holder(new Agb("%08d".formatted(random.nextInt(100_000_000))), source(random)),
                random.nextInt(4) == 0 ? null : new Count(random.nextInt(9_000), source(random)),
                random.nextInt(4) == 0 ? null : new Tariff(1 + random.nextInt(323), source(random)),
                new InForce(day(random), random.nextBoolean() ? null : day(random), some(random, () -> source(random))),
                some(random, () -> clawback(random)),
                random.nextBoolean() ? null : new Offset(random.nextInt(500_000), source(random)),
                share(random));
    }

    private static Clawback clawback(Random random) {
        var from = day(random);
        return new Clawback(
                from, from.plusDays(1 + random.nextInt(90)), 1 + random.nextInt(Clawback.WHOLE), source(random));
    }

    private static Share share(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> new Share("rho \"north\" \\ ë \t", random.nextInt(Clawback.WHOLE), null, source(random));
            default -> new Share("voorbeeld", null, (long) random.nextInt(100), source(random));
        };
    }

    private static Source source(Random random) {
        return new Source(
                new UUID(random.nextLong(), random.nextLong()),
                moment(random),
                random.nextBoolean() ? null : moment(random));
    }

    private static Instant moment(Random random) {
        return Instant.ofEpochSecond(1_680_000_000L + random.nextInt(100_000_000), random.nextInt(3) * 1_000L);
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2023, 4, 1).plusDays(random.nextInt(1_000));
    }

    private static <T> List<T> some(Random random, java.util.function.Supplier<T> one) {
        var some = new ArrayList<T>();
        for (int left = random.nextInt(4); left > 0; left--) {
            some.add(one.get());
        }
        return some;
    }
}
