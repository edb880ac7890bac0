package nl.mtvp.suite.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mtvp.suite.common.Io;

/** A benchmark's table, for the screen and, between its markers, for {@code docs/benchmarks.md}. */
public final class Results {

    private final List<String[]> rows = new ArrayList<>();

    public Results(String... head) {
        rows.add(head.clone());
    }

    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toArray(String[]::new));
    }

    /** As Markdown, which reads well on a screen too. */
    public String table() {
        var widths = new int[rows.get(0).length];
        rows.forEach(row -> Arrays.setAll(widths, at -> Math.max(widths[at], row[at].length())));
        var lines = new ArrayList<>(rows);
        lines.add(1, Arrays.stream(widths).mapToObj("-"::repeat).toArray(String[]::new));
        return lines.stream().map(cells -> line(cells, widths)).collect(Collectors.joining());
    }

    private static String line(String[] cells, int[] widths) {
        return IntStream.range(0, cells.length)
                .mapToObj(at -> " " + cells[at] + " ".repeat(widths[at] - cells[at].length() + 1))
                .collect(Collectors.joining("|", "|", "|\n"));
    }

    /**
     * Replaces what stands between {@code <!-- name -->} and {@code <!-- /name -->}.
     *
     * @throws IllegalArgumentException if the file has no such place
     */
    public static void write(Path file, String name, String text) {
        var page = Io.get("the results' page cannot be read", () -> Files.readString(file));
        var begin = "<!-- " + name + " -->\n";
        int from = page.indexOf(begin);
        int until = page.indexOf("<!-- /" + name + " -->");
        if (from < 0 || until < from) {
            throw new IllegalArgumentException(file + " has no place for " + name);
        }
        var written = page.substring(0, from + begin.length()) + "\n" + text + "\n" + page.substring(until);
        Io.run("the results cannot be written", () -> Files.writeString(file, written));
    }
}
