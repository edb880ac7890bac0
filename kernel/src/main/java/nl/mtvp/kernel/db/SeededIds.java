package nl.mtvp.kernel.db;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.time.SuiteClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Identifiers that a seed decides, for a story that is told again with the same ones: a draw's tickets hold them (D20). They
 * are counted from each day's beginning on, in place of the moment and of random bits. In the {@code local} profile only.
 */
@ApplicationScoped
public class SeededIds {

    private static final String SETTING = "mtvp.ids.seed";
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long BELOW_VARIANT = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long COUNTED = 0xFFF;

    private final Optional<String> seed;

    SeededIds(@ConfigProperty(name = SETTING) Optional<String> seed) {
        this.seed = seed;
    }

    void begin(@Observes StartupEvent started) {
        SuiteClock.refuseOutsideOfTheLocalProfile(SETTING + " sets the ids", seed.isPresent());
        seed.ifPresent(given -> Ids.decidedBy(new Sequence(given)));
    }

    /** What one seed gives. */
    static final class Sequence {

        private final String seed;
        private final Map<LocalDate, Long> counted = new HashMap<>();

        Sequence(String seed) {
            this.seed = seed;
        }

        /** The next one of the moment's day. */
        synchronized UUID at(Instant moment) {
            var day = SuiteClock.day(moment);
            long number = counted.merge(day, 1L, Long::sum);
            long millis = day.atStartOfDay(SuiteClock.ZONE).toInstant().toEpochMilli() + number;
            var bits =
                    ByteBuffer.wrap(Digests.sha256((seed + " " + day + " " + number).getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    millis << 16 | VERSION | bits.getLong() & COUNTED, bits.getLong() & BELOW_VARIANT | VARIANT);
        }
    }
}
