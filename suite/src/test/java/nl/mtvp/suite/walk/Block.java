package nl.mtvp.suite.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Commands that a document tells, and what they say.
 *
 * @param line where they stand
 * @param shown lines that the output has in this order; {@code ...} is whatever differs
 */
record Block(int line, String commands, List<String> shown) {

    private static final String ANYTHING = "...";
    private static final String FENCE = "```";
    private static final Pattern COMMAND = Pattern.compile("(?:\\./mtvp|curl|mvn|\\. docs/) ?.*");
    private static final String INDENT = "    ";

    /** A piece of a document: a fence with its language, or lines between fences, whose language is none. */
    private record Piece(int line, String language, List<String> lines) {

        boolean isBlank() {
            return language == null && lines.stream().allMatch(String::isBlank);
        }
    }

    /**
     * Those of a document, in their order.
     *
     * @throws IllegalArgumentException if it shows output of no commands
     */
    static List<Block> of(String document) {
        var pieces = pieces(document).stream().filter(piece -> !piece.isBlank()).toList();
        var blocks = new ArrayList<Block>();
        for (int at = 0; at < pieces.size(); at++) {
            var piece = pieces.get(at);
            if ("text".equals(piece.language())
                    && (at == 0 || !"bash".equals(pieces.get(at - 1).language()))) {
                throw new IllegalArgumentException("output of no commands, in line " + piece.line());
            }
            if ("bash".equals(piece.language())) {
                boolean isShown = at + 1 < pieces.size()
                        && "text".equals(pieces.get(at + 1).language());
                blocks.add(new Block(
                        piece.line(),
                        String.join("\n", piece.lines()) + "\n",
                        isShown ? pieces.get(at + 1).lines() : List.of()));
            }
        }
        return blocks;
    }

    /** Commands that stand where nobody would run them. */
    static List<String> strays(String document) {
        return pieces(document).stream()
                .filter(piece -> !List.of("bash", "text").contains(String.valueOf(piece.language())))
                .flatMap(piece -> piece.lines().stream()
                        .filter(line -> piece.language() != null || line.startsWith(INDENT))
                        .map(String::strip))
                .filter(line -> COMMAND.matcher(line).matches())
                .toList();
    }

    private static List<Piece> pieces(String document) {
        var pieces = new ArrayList<Piece>();
        var piece = new Piece(1, null, new ArrayList<>());
        int number = 0;
        for (var line : document.lines().toList()) {
            number++;
            if (line.startsWith(FENCE)) {
                pieces.add(piece);
                var language = piece.language() == null ? line.substring(FENCE.length()) : null;
                piece = new Piece(number, language, new ArrayList<>());
            } else {
                piece.lines().add(line);
            }
        }
        pieces.add(piece);
        return pieces;
    }

    /** The first line that the output ought to have and has not, where it ought to be. */
    Optional<String> missing(String output) {
        var said = output.lines().map(String::strip).toList();
        int from = 0;
        for (var line : shown) {
            if (line.strip().equals(ANYTHING) || line.isBlank()) {
                continue;
            }
            var pattern = Pattern.compile(Pattern.compile(ANYTHING, Pattern.LITERAL)
                    .splitAsStream(line.strip() + "\0")
                    .map(part -> Pattern.quote(part.replace("\0", "")))
                    .collect(Collectors.joining(".*")));
            while (from < said.size() && !pattern.matcher(said.get(from)).matches()) {
                from++;
            }
            if (from++ == said.size()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }
}
