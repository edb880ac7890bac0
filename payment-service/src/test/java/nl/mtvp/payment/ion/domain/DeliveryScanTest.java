package nl.mtvp.payment.ion.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D38: what makes a delivery's file refused as a whole, seen in one reading of its bytes. */
class DeliveryScanTest {

    private static final String HEADER = DeliveryScan.HEADER + "\n";
    private static final String LINE = "00000000-0000-4000-8000-000000000001,01000001,2020-01-01";

    @Test
    void rows_are_counted_with_and_without_a_last_line_feed() throws IOException {
        assertEquals(0, scan(HEADER).rows());
        assertEquals(0, scan(DeliveryScan.HEADER).rows());
        assertEquals(2, scan(HEADER + "a\nb\n").rows());
        assertEquals(2, scan(HEADER + LINE + "\n" + LINE).rows());
        assertEquals(2, scan(HEADER + "a\r\nb").rows());
    }

    @Test
    void blank_lines_count_and_are_named() throws IOException {
        var many = (LINE + "\n").repeat(400);
        var scanned = scan(HEADER + "\n" + LINE + "\n\r\n\n" + many);
        assertEquals(404, scanned.rows());
        assertArrayEquals(
                new long[] {2, 4, 5},
                scanned.malformed().stream()
                        .filter(line -> line.pseudonym() == null)
                        .mapToLong(RefusedLine::line)
                        .toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "'pseudonym;agb;registered_on', header",
        "'', header",
        "'\uFEFFpseudonym,agb,registered_on', header",
    })
    void another_header_is_refused(String header, String code) throws IOException {
        assertEquals(code, scan(header + "\na,b,c\n").fault().orElseThrow().code());
    }

    @Test
    void other_bytes_than_text_are_refused() throws IOException {
        var latin1 = (HEADER + "é\n").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("encoding", fault(latin1));
        assertEquals("encoding", fault((HEADER + "a\u0000b\n").getBytes(StandardCharsets.UTF_8)));
        assertEquals("encoding", fault((HEADER + "a\rb\n").getBytes(StandardCharsets.UTF_8)));
        assertEquals("line-too-long", fault((HEADER + "x".repeat(1_001)).getBytes(StandardCharsets.UTF_8)));
        var many = (LINE + "\n").repeat(99);
        assertEquals(true, scan(HEADER + many + "é,€,\uD83D\uDE00\n").fault().isEmpty());
    }

    @Test
    void a_character_over_the_edge_of_a_chunk_is_whole() throws IOException {
        var line = "é".repeat(400) + "\n";
        var many = (LINE + "\n").repeat(99);
        assertEquals(true, scan(HEADER + (many + line).repeat(300)).fault().isEmpty());
    }

    @Test
    void a_character_that_is_cut_off_at_the_end_is_refused() throws IOException {
        var bytes = (HEADER + "é").getBytes(StandardCharsets.UTF_8);
        assertEquals("encoding", fault(java.util.Arrays.copyOf(bytes, bytes.length - 1)));
    }

    @Test
    void a_line_that_is_far_too_long_is_never_held_as_a_whole() throws IOException {
        var scanned = scan(HEADER + "x".repeat(3 << 20) + "\n" + LINE + "\n");
        assertEquals("line-too-long", scanned.fault().orElseThrow().code());
        assertEquals(2, scanned.rows());
    }

    @Test
    void D38_more_than_one_in_a_hundred_malformed_lines_is_too_many() throws IOException {
        var many = (LINE + "\n").repeat(99);
        assertEquals(true, scan(HEADER + many + "x\n").fault().isEmpty());
        var scanned = scan(HEADER + many + "x\ny\n");
        assertEquals("too-many-malformed", scanned.fault().orElseThrow().code());
        assertEquals(1, scanned.malformed().size(), "no more of them are kept than a delivery may have");
    }

    /** Pieces of every size, so that each edge falls everywhere. */
    @Test
    void however_the_bytes_come_the_lines_are_the_same() throws IOException {
        var text = HEADER + (LINE + "\n").repeat(150) + "x,y\r\n" + LINE + "\r\n" + LINE;
        for (int size = 1; size < 200; size++) {
            var taken = new int[1];
            var scanned = DeliveryScan.of(new Drops(text, size), 153, line -> taken[0]++);
            assertEquals(152, taken[0]);
            assertEquals(Optional.empty(), scanned.fault());
            assertEquals(152, scanned.malformed().get(0).line());
        }
    }

    /** Content of which a read gives a few bytes at a time. */
    private static final class Drops extends ByteArrayInputStream {

        private final int size;

        Drops(String text, int size) {
            super(text.getBytes(StandardCharsets.UTF_8));
            this.size = size;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(length, size));
        }
    }

    private static String fault(byte[] content) throws IOException {
        return scan(content).fault().orElseThrow().code();
    }

    private static DeliveryScan.Result scan(String content) throws IOException {
        return scan(content.getBytes(StandardCharsets.UTF_8));
    }

    private static DeliveryScan.Result scan(byte[] content) throws IOException {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        return DeliveryScan.of(new ByteArrayInputStream(content), text.lines().count() - 1, line -> {});
    }
}
