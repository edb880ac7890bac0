package nl.mtvp.kernel.time;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one clock of a service. It drives what is known, booked, expired and overdue; tokens and certificates keep the
 * system's time. Days are those of Amsterdam, instants are cut to microseconds, which is what PostgreSQL keeps.
 *
 * <p>In the {@code local} profile, and only there, {@code mtvp.clock.offset-file} names a file with an ISO 8601
 * duration by which the suite's time is ahead of (or behind) the system's. All services of a stack share the file.
 */
@ApplicationScoped
public class SuiteClock {

    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /** The day that it is in the Netherlands. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    private static final String LOCAL = "local";
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private final Optional<Path> offsetFile;

    SuiteClock(@ConfigProperty(name = "mtvp.clock.offset-file") Optional<String> offsetFile) {
        this.offsetFile = offsetFile.map(Path::of);
    }

    void refuseASetClockInEarnest(@Observes StartupEvent startup) {
        refuseOutsideOfTheLocalProfile("mtvp.clock.offset-file sets the clock", offsetFile.isPresent());
    }

    /**
     * Keeps what makes a story possible out of earnest.
     *
     * @param effect a setting and what it does
     * @throws IllegalStateException if it is set in another profile than the local one
     */
    public static void refuseOutsideOfTheLocalProfile(String effect, boolean isSet) {
        refuseOutsideOfTheLocalProfile(effect, isSet, ConfigUtils.getProfiles());
    }

    static void refuseOutsideOfTheLocalProfile(String effect, boolean isSet, Collection<String> profiles) {
        if (isSet && !profiles.contains(LOCAL)) {
            throw new IllegalStateException(effect + ", which is allowed in the profile 'local' only; the profile is "
                    + profiles + ". Remove the setting.");
        }
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        var base = offsetFile.<Clock>map(OffsetClock::new).orElse(Clock.system(ZONE));
        return Clock.tick(base, MICROSECOND);
    }

    /** The system's clock, moved by what the file says at the moment of asking. */
    static final class OffsetClock extends Clock {

        private final Path file;
        private final ZoneId zone;

        OffsetClock(Path file) {
            this(file, ZONE);
        }

        private OffsetClock(Path file, ZoneId zone) {
            this.file = file;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new OffsetClock(file, other);
        }

        @Override
        public Instant instant() {
            try {
                return Instant.now().plus(Duration.parse(Files.readString(file).strip()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the clock's offset file cannot be read: " + file, unreadable);
            }
        }
    }
}
