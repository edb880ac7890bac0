package nl.mtvp.suite.common;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The date that all services of a stack believe it is: the system's clock plus an offset in a file that they share.
 * It runs on by itself and is only ever moved forward.
 */
public final class StoryClock {

    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final int MORNING = 9;
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);

    private final Path file;

    /** The clock of a stack, by its file. */
    public StoryClock(Path file) {
        this.file = file;
    }

    /**
     * The clock that a stack has from an earlier one, moved on to a moment; or a new one.
     *
     * @param moment null to leave it as it is, or without an earlier one for now
     * @throws IllegalArgumentException if that would be back in time
     */
    public static StoryClock of(Path file, Instant moment) {
        if (!Files.exists(file)) {
            return startingAt(file, moment == null ? Instant.now() : moment);
        }
        var clock = new StoryClock(file);
        if (moment != null) {
            clock.moveTo(moment);
        }
        return clock;
    }

    /** Sets the clock before anything looks at it. */
    static StoryClock startingAt(Path file, Instant moment) {
        var clock = new StoryClock(file);
        clock.write(Duration.between(Instant.now(), moment));
        return clock;
    }

    public Instant now() {
        var offset = Io.get("the story's clock cannot be read", () -> Files.readString(file));
        return Instant.now().plus(Duration.parse(offset.strip()));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** Moves on to nine in the morning of a day; stays where it is when it is that day already. */
    public void moveTo(LocalDate day) {
        if (!today().equals(day)) {
            moveTo(morningOf(day));
        }
    }

    /** @throws IllegalArgumentException if that would be back in time */
    public void moveTo(Instant moment) {
        var system = Instant.now();
        if (moment.isBefore(now())) {
            throw new IllegalArgumentException(
                    "the story's clock is at " + now() + " and never goes back to " + moment);
        }
        write(Duration.between(system, moment));
    }

    /** Nine in the morning of a day. */
    public static Instant morningOf(LocalDate day) {
        return day.atTime(MORNING, 0).atZone(ZONE).toInstant();
    }

    /** A moment as people say it, in Amsterdam: {@code 2023-07-01 09:00:00}. */
    public static String shown(Instant moment) {
        return SHOWN.format(moment);
    }

    private void write(Duration offset) {
        Io.run("the story's clock cannot be set", () -> {
            var next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), offset + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }
}
