package nl.mtvp.suite.story;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.mtvp.suite.common.Io;

/**
 * Writes what an insurer delivers: a line per patient, and among them lines that must not count (D38, D39). The same
 * patient has the same pseudonym in every file. Nothing is held in memory.
 */
public final class DeliveryFile implements AutoCloseable {

    private static final String HEADER = "pseudonym,agb,registered_on\n";
    private static final LocalDate FIRST_REGISTRATION = LocalDate.of(2005, 1, 1);
    private static final int REGISTRATION_DAYS = 6_000;
    private static final long SEED = 0x4d54_5650_2023L;
    /** Strangers have numbers that no patient has. */
    private static final long STRANGERS = 900_000_000L;

    private final Path path;
    private final MessageDigest digest = Io.sha256();
    private final OutputStream out;
    private final Map<String, Long> ion = new TreeMap<>();
    private long rows;
    private long duplicates;
    private long refused;
    private long strangers;

    public DeliveryFile(Path path) {
        this.path = path;
        var file = Io.get("cannot write", () -> Files.newOutputStream(path));
        this.out = new BufferedOutputStream(new DigestOutputStream(file, digest), 1 << 16);
        Io.run("cannot write", () -> out.write(HEADER.getBytes(StandardCharsets.US_ASCII)));
    }

    /** A file that is written, and what it must come to. */
    public record Written(Path path, long rows, String sha256, Map<String, Long> ion, long duplicates, long refused) {

        public long accepted() {
            return ion.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public void patient(long number, String agb) {
        line(pseudonym(number), agb, registeredOn(number));
        ion.merge(agb, 1L, Long::sum);
    }

    /** The same registration again: it counts once. */
    public void copy(long number, String agb) {
        line(pseudonym(number), agb, registeredOn(number));
        duplicates++;
    }

    /** An older registration with another practice: the newest counts, this one does not. */
    public void olderElsewhere(long number, String otherAgb) {
        line(pseudonym(number), otherAgb, registeredOn(number).minusYears(3));
        refused++;
    }

    /** Somebody who stands with two practices since the same day: with neither they count. */
    public void undecided(String agb, String otherAgb) {
        long stranger = STRANGERS + ++strangers;
        line(pseudonym(stranger), agb, registeredOn(stranger));
        line(pseudonym(stranger), otherAgb, registeredOn(stranger));
        refused += 2;
    }

    /** A line of each kind that is wrong by itself. */
    void wrong(String agb, LocalDate peildatum) {
        line(pseudonym(STRANGERS + ++strangers), agb, peildatum.plusDays(9));
        line(pseudonym(STRANGERS + ++strangers), "12" + agb.substring(2), FIRST_REGISTRATION);
        write("no-pseudonym," + agb + "," + FIRST_REGISTRATION + "\n");
        refused += 3;
    }

    public Written written() {
        close();
        return new Written(path, rows, HexFormat.of().formatHex(digest.digest()), ion, duplicates, refused);
    }

    @Override
    public void close() {
        Io.run("cannot write " + path, out::close);
    }

    private void line(UUID pseudonym, String agb, LocalDate registeredOn) {
        write(pseudonym + "," + agb + "," + registeredOn + "\n");
    }

    private void write(String line) {
        try {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
            rows++;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + path, failure);
        }
    }

    private static UUID pseudonym(long number) {
        return new UUID(mixed(SEED + 2 * number), mixed(SEED + 2 * number + 1));
    }

    private static LocalDate registeredOn(long number) {
        return FIRST_REGISTRATION.plusDays(Long.remainderUnsigned(mixed(number), REGISTRATION_DAYS));
    }

    /** SplitMix64's finalizer: a fixed shuffle of all 64-bit numbers, so no two patients share a pseudonym. */
    private static long mixed(long number) {
        long z = number * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
