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
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void empty_lines_at_the_end_do_not_count() throws IOException {
        var scanned = scan(HEADER + LINE + "\n\r\n\n", 1);
        assertEquals(1, scanned.rows());
        assertEquals(Optional.empty(), scanned.fault());
        assertEquals(1, scan(HEADER + LINE + "\n\n\n\n", 1).rows());
    }

    @ParameterizedTest
    @CsvSource({
        "'pseudonym;agb;registered_on', separator",
        "'pseudonym\tagb\tregistered_on', separator",
        "'', header",
        "'agb,pseudonym,registered_on', header",
        "'123456782,01000001,2020-01-01', header"
    })
    void another_header_is_refused_and_told(String header, String code) throws IOException {
        var fault = scan(header + "\na,b,c\n").fault().orElseThrow();
        assertEquals(code, fault.code());
        assertEquals(false, fault.detail().contains("123456782"), fault.detail());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFpseudonym,agb,registered_on",
                "Pseudonym,AGB,Registered_On",
                "\"pseudonym\",\"agb\",\"registered_on\"",
                "\uFEFF\"PSEUDONYM\",agb,registered_on\r"
            })
    void a_header_with_a_byte_order_mark_quotes_or_capitals_is_one(String header) throws IOException {
        assertEquals(Optional.empty(), scan(header + "\n" + LINE + "\n").fault());
    }

    @Test
    void fields_may_stand_in_quotes() throws IOException {
        var fields = LINE.split(",");
        var quoted = '"' + String.join("\",\"", fields) + '"';
        var one = fields[0] + ",\"" + fields[1] + "\"," + fields[2];
        for (var line : new String[] {quoted, one, quoted + "\r"}) {
            assertEquals(Optional.empty(), scan(HEADER + line + "\n").fault(), line);
        }
        for (var line : new String[] {
            "\"" + LINE + "\"", LINE + "\"", LINE.replace(",", "\","), "\"" + LINE, LINE.replace("-", "\"-")
        }) {
            assertEquals(
                    "too-many-malformed",
                    scan(HEADER + line + "\n").fault().orElseThrow().code(),
                    line);
        }
    }

    @Test
    void what_is_another_kind_of_file_is_told_as_such() throws IOException {
        var text = HEADER + LINE + "\n";
        assertEquals("encoding", fault(text.getBytes(StandardCharsets.UTF_16)));
        assertEquals("encoding", fault(text.getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("line-ends", fault(text.replace('\n', '\r').getBytes(StandardCharsets.UTF_8)));
        assertEquals("line-ends", fault(text.replace('\n', '\r').repeat(100).getBytes(StandardCharsets.UTF_8)));
        assertEquals("compression", fault(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, '\n', 0}));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    00000000-0000-4000-8000-000000000001,1000001,2020-01-01  | line 2, column 38: an AGB has 8 digits; this one has 7: was a leading zero lost?
                    00000000-0000-4000-8000-000000000001,01-00001,2020-01-01 | line 2, column 38: an AGB code has exactly 8 digits
                    00000000-0000-4000-8000-000000000001,01000001,01-04-2023 | line 2, column 47: a date is written like 2023-04-01, not 01-04-2023
                    00000000-0000-4000-8000-000000000001,01000001,2023-02-30 | line 2, column 47: there is no such day in the calendar: 2023-02-30
                    00000000-0000-4000-8000-000000000001,01000001,1899-12-31 | line 2, column 47: nobody was registered before 1900-01-01
                    00000000-0000-4000-8000-000000000001,01000001            | line 2, column 1: 2 fields where 3 are wanted
                    "00000000-0000-4000-8000-000000000001","1000001",2020-01-01 | line 2, column 40: an AGB has 8 digits; this one has 7: was a leading zero lost?
                    abc-0001,01000001,2023-04-01                             | line 2, column 1: a pseudonym is a UUID of 36 characters; here stand 8
                    00000000-0000-0000-0000-000000000000,01000001,2023-04-01 | line 2, column 1: a pseudonym is a UUID of 36 characters, made by ION's pseudonymiser; this one is nothing but zeros
                    """)
    void a_malformed_line_is_told_by_its_place_and_by_what_is_wanted(String line, String reason) throws IOException {
        var fault = scan(HEADER + line + "\n").fault().orElseThrow();
        assertEquals("too-many-malformed", fault.code());
        assertEquals(true, fault.detail().contains(reason), fault.detail());
        assertEquals(
                false, fault.detail().contains("123456782") || fault.detail().contains("56.782"), fault.detail());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00000000-0000-4000-8000-000000000001,01000001,123456782   | line 2, column 47",
                "00000000-0000-4000-8000-000000000001,01000001,1234.56.782 | line 2, column 47",
                "00000000-0000-4000-8000-000000000001,123456782,2020-01-01 | line 2, column 38"
            })
    void a_BSN_in_another_column_is_told_by_its_place(String line, String place) throws IOException {
        var scanned = scan(HEADER + line + "\n");
        assertEquals("possible-bsn", scanned.fault().orElseThrow().code());
        var many = scan(HEADER + (LINE + "\n").repeat(99) + line + "\n");
        assertEquals(LineCode.POSSIBLE_BSN, many.malformed().get(0).code());
        assertEquals(
                place.replace("line 2", "line 101") + ": a number that may be a BSN, which is never sent to us",
                many.malformed().get(0).reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456782",
                "12345678",
                "\"123456782\"",
                "1234.56.782",
                " 123456782 ",
                "=\"123456782\"",
                "0123456782",
                "00000000-0000-0000-0000-000123456782",
                "12345678-2000-0000-0000-000000000000",
                "123\u00a0456\u00a0782"
            })
    void a_column_of_BSNs_is_told_as_such_and_never_repeated(String number) throws IOException {
        var fault = scan(HEADER + (number + ",01000001,2020-01-01\n").repeat(500))
                .fault()
                .orElseThrow();
        assertEquals("possible-bsn", fault.code());
        assertEquals(false, fault.detail().contains(number.strip()), fault.detail());
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

    private static DeliveryScan.Result scan(String content, long rows) throws IOException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return DeliveryScan.of(new ByteArrayInputStream(bytes), rows, line -> {});
    }

    private static DeliveryScan.Result scan(byte[] content) throws IOException {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        return DeliveryScan.of(new ByteArrayInputStream(content), text.lines().count() - 1, line -> {});
    }
}
