package nl.mtvp.suite.story;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Figures in columns. Numbers stand right, everything else left. */
final class Table {

    private static final DecimalFormatSymbols ENGLISH = DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    private final List<String> header;
    private final List<Object[]> rows = new ArrayList<>();

    Table(String... header) {
        this.header = List.of(header);
    }

    Table row(Object... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException("a row of " + cells.length + " cells under " + header);
        }
        rows.add(cells);
        return this;
    }

    List<String> lines() {
        var widths = IntStream.range(0, header.size())
                .map(at -> rows.stream()
                        .mapToInt(row -> shown(row[at]).length())
                        .reduce(header.get(at).length(), Math::max))
                .toArray();
        var lines = new ArrayList<String>();
        lines.add(line(header.toArray(), widths, true));
        lines.add("  "
                + String.join("  ", Arrays.stream(widths).mapToObj("─"::repeat).toList()));
        rows.forEach(row -> lines.add(line(row, widths, false)));
        return lines;
    }

    private String line(Object[] cells, int[] widths, boolean isHeader) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.length; column++) {
            var text = shown(cells[column]);
            var room = " ".repeat(widths[column] - text.length());
            boolean right = isHeader ? isNumber(column) : cells[column] instanceof Number;
            line.append("  ").append(right ? room + text : text + room);
        }
        return line.toString().stripTrailing();
    }

    private boolean isNumber(int column) {
        return !rows.isEmpty() && rows.get(0)[column] instanceof Number;
    }

    /** Amounts as 12,124.80 and counts as 382,100. */
    static String shown(Object cell) {
        if (cell instanceof BigDecimal amount) {
            return new DecimalFormat("#,##0.00", ENGLISH).format(amount);
        }
        if (cell instanceof Number number) {
            return new DecimalFormat("#,##0", ENGLISH).format(number);
        }
        return String.valueOf(cell);
    }
}
