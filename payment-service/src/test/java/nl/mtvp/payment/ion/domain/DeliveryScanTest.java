package nl.mtvp.payment.ion.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D38: what makes a delivery's file refused as a whole, seen in one reading of its bytes. */
class DeliveryScanTest {

    private static final String HEADER = DeliveryScan.HEADER + "\n";

    @Test
    void rows_are_counted_with_and_without_a_last_line_feed() throws IOException {
        assertEquals(0, scan(HEADER).rows());
        assertEquals(0, scan(DeliveryScan.HEADER).rows());
        assertEquals(2, scan(HEADER + "a\nb\n").rows());
        assertEquals(2, scan(HEADER + "a\r\nb").rows());
    }

    @Test
    void blank_lines_count_and_are_named() throws IOException {
        var scanned = scan(HEADER + "\na\n\r\n\n");
        assertEquals(4, scanned.rows());
        assertArrayEquals(new long[] {2, 4, 5}, scanned.blankLines());
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
        assertEquals(true, scan(HEADER + "é,€,\uD83D\uDE00\n").fault().isEmpty());
    }

    @Test
    void a_character_over_the_edge_of_a_chunk_is_whole() throws IOException {
        var line = "é".repeat(400) + "\n";
        assertEquals(true, scan(HEADER + line.repeat(300)).fault().isEmpty());
    }

    @Test
    void a_character_that_is_cut_off_at_the_end_is_refused() throws IOException {
        var bytes = (HEADER + "é").getBytes(StandardCharsets.UTF_8);
        assertEquals("encoding", fault(java.util.Arrays.copyOf(bytes, bytes.length - 1)));
    }

    private static String fault(byte[] content) throws IOException {
        return DeliveryScan.of(new ByteArrayInputStream(content))
                .fault()
                .orElseThrow()
                .code();
    }

    private static DeliveryScan.Result scan(String content) throws IOException {
        return DeliveryScan.of(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
