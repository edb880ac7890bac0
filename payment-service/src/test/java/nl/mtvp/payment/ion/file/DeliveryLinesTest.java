package nl.mtvp.payment.ion.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.payment.ion.domain.DeliveryScan;
import nl.mtvp.payment.ion.domain.LineCode;
import nl.mtvp.payment.ion.domain.RefusedLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryLinesTest {

    private static final LocalDate PEILDATUM = LocalDate.of(2023, 4, 1);

    /** More lines than DuckDB puts in one row group or reads in one piece. */
    private static final int MANY = 400_000;

    @TempDir
    Path folder;

    /** A file with what must become of it. */
    private record Planted(Path csv, long rows, Map<Long, LineCode> refused, Map<Agb, Long> counts) {}

    /** What came in, decided about, with the lines that did not. */
    private record Read(DeliveryLines lines, List<RefusedLine> malformed) implements AutoCloseable {

        Map<Long, LineCode> refusals() {
            var refused = new HashMap<Long, LineCode>();
            lines.eachRefusal(malformed, line -> refused.put(line.line(), line.code()));
            return refused;
        }

        @Override
        public void close() {
            lines.close();
        }
    }

    @Test
    void D38_refused_lines_of_a_large_file_have_their_numbers_in_it() throws IOException {
        var planted = planted("\n");
        try (var read = read(planted, "512MB")) {
            assertEquals(planted.refused(), read.refusals());
            assertEquals(planted.rows() - planted.refused().size(), read.lines().accepted());
            assertEquals(planted.counts(), read.lines().counts());
        }
    }

    @Test
    void D38_lines_may_end_in_the_way_of_windows_too() throws IOException {
        var planted = planted("\r\n");
        try (var read = read(planted, "512MB")) {
            assertEquals(planted.refused(), read.refusals());
            assertEquals(planted.counts(), read.lines().counts());
        }
    }

    @Test
    void D38_the_evidence_of_equal_lines_is_the_same_byte_for_byte_with_little_memory_too() throws IOException {
        var planted = planted("\n");
        try (var once = read(planted, "512MB")) {
            var first = Files.readAllBytes(once.lines().writeAccepted().join());
            try (var again = read(planted, "48MB")) {
                assertArrayEquals(
                        first, Files.readAllBytes(again.lines().writeAccepted().join()));
                assertEquals(planted.counts(), again.lines().counts());
            }
        }
    }

    @Test
    void D38_a_malformed_line_echoes_only_what_has_its_form() throws IOException {
        var pseudonym = "00000000-0000-4000-8000-00000000000a";
        var good = pseudonym + ",01000001,2020-01-01\n";
        var text = String.join(
                "\n",
                DeliveryScan.HEADER,
                "123456782,01000001,2020-01-01",
                pseudonym + ",010000011,2020-01-01",
                pseudonym + ",01000001,2020-02-30",
                pseudonym.toUpperCase() + ",01000001,2020-1-1",
                pseudonym + ",01000001,2020-01-01,more",
                "{" + pseudonym.replace("-", "") + "},01000001,2020-01-01",
                "",
                pseudonym,
                good.repeat(800));
        var refused = DeliveryScan.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 808, line -> {})
                .malformed();
        var known = UUID.fromString(pseudonym);
        var agb = new Agb("01000001");
        assertEquals(
                List.of(
                        new RefusedLine(2, LineCode.POSSIBLE_BSN, null, agb, null),
                        new RefusedLine(3, LineCode.MALFORMED, known, null, null),
                        new RefusedLine(4, LineCode.MALFORMED, known, agb, null),
                        new RefusedLine(5, LineCode.MALFORMED, known, agb, null),
                        new RefusedLine(6, LineCode.MALFORMED, known, agb, null),
                        new RefusedLine(7, LineCode.MALFORMED, null, agb, null),
                        new RefusedLine(8, LineCode.MALFORMED, null, null, null),
                        new RefusedLine(9, LineCode.MALFORMED, known, null, null)),
                refused.stream()
                        .map(one -> new RefusedLine(one.line(), one.code(), one.pseudonym(), one.agb(), null))
                        .toList());
        assertTrue(refused.stream().allMatch(one -> one.reason().startsWith("line " + one.line() + ", column ")));
    }

    private Planted planted(String lineEnd) throws IOException {
        var random = new Random(42);
        var refused = new HashMap<Long, LineCode>();
        var counts = new HashMap<Agb, Long>();
        var text = new StringBuilder(DeliveryScan.HEADER).append(lineEnd);
        for (long number = 2; number < MANY + 2; number++) {
            var pseudonym = new UUID(number, random.nextLong());
            var agb = "01%06d".formatted(random.nextInt(50));
            var registered = "2020-01-01";
            switch (random.nextInt(1_000)) {
                case 0 -> {
                    refused.put(number, LineCode.MALFORMED);
                    registered = "2020-02-30";
                }
                case 1 -> {
                    refused.put(number, LineCode.UNKNOWN_AGB_KIND);
                    agb = "02000001";
                }
                case 2 -> {
                    refused.put(number, LineCode.REGISTERED_AFTER_PEILDATUM);
                    registered = "2023-04-02";
                }
                case 3 -> {
                    // The same line once more: the later one is the copy.
                    text.append(pseudonym + "," + agb + "," + registered).append(lineEnd);
                    counts.merge(new Agb(agb), 1L, Long::sum);
                    refused.put(++number, LineCode.DUPLICATE);
                }
                default -> counts.merge(new Agb(agb), 1L, Long::sum);
            }
            text.append(pseudonym + "," + agb + "," + registered).append(lineEnd);
        }
        var csv = Files.writeString(folder.resolve("planted.csv"), text);
        long rows = text.chars().filter(character -> character == '\n').count() - 1;
        return new Planted(csv, rows, refused, counts);
    }

    private Read read(Planted planted, String memoryLimit) throws IOException {
        var lines = new DeliveryLines(Files.createTempDirectory(folder, "work"), new Config(memoryLimit));
        try (var csv = Files.newInputStream(planted.csv())) {
            var scanned = DeliveryScan.of(csv, planted.rows(), lines);
            assertEquals(Optional.empty(), scanned.fault());
            lines.decide(PEILDATUM);
            return new Read(lines, scanned.malformed());
        }
    }

    private record Config(String memoryLimit) implements EvidenceConfig {

        @Override
        public Path folder() {
            throw new UnsupportedOperationException("lines keep to their work folder");
        }

        @Override
        public long contentBytesMax() {
            return Long.MAX_VALUE;
        }

        @Override
        public long unpackedBytesMax() {
            return Long.MAX_VALUE;
        }

        @Override
        public int retentionYears() {
            return 7;
        }

        @Override
        public int threads() {
            return 2;
        }
    }
}
