package nl.mtvp.suite.story.expected;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Recomputes a draw from its published transcript, as docs/draw.md tells it (D18-D20). Written from that page alone: it
 * shares nothing with the service that drew.
 */
public final class DrawVerifier {

    private static final HexFormat HEX = HexFormat.of();

    private DrawVerifier() {}

    /** A lot's turn as recomputed. */
    public record Turn(int rank, String lotId, long ion, String outcome, long usedIonAfter, String cumulativePercent) {}

    /** Everything in which the transcript differs from what seed and pool give; empty when it holds. */
    public static List<String> differences(JsonNode transcript) {
        var differences = new ArrayList<String>();
        var pool = transcript.path("pool");
        var poolHash = sha256(canonical(pool).getBytes(StandardCharsets.UTF_8));
        differ(
                differences,
                "poolHash",
                HEX.formatHex(poolHash),
                transcript.path("poolHash").asText());
        boolean drawn = pool.path("ceilingPercent").asInt() < 100;
        if (drawn) {
            var seed = HEX.parseHex(transcript.path("seed").asText());
            differ(
                    differences,
                    "commitment",
                    HEX.formatHex(sha256(seed)),
                    transcript.path("commitment").asText());
        } else if (!transcript.path("drawId").isNull()) {
            differences.add("the last round has no draw, but there is a drawId");
        }
        var expected = turns(transcript, poolHash, drawn);
        var told = transcript.path("turns");
        differ(differences, "number of turns", expected.size(), told.size());
        for (int at = 0; at < Math.min(expected.size(), told.size()); at++) {
            differ(differences, "turn " + (at + 1), expected.get(at), turn(told.get(at)));
        }
        return differences;
    }

    private static List<Turn> turns(JsonNode transcript, byte[] poolHash, boolean drawn) {
        var pool = transcript.path("pool");
        var lots = new ArrayList<JsonNode>();
        pool.path("lots").forEach(lots::add);
        if (drawn) {
            var seed = HEX.parseHex(transcript.path("seed").asText());
            lots.sort(Comparator.comparing(
                            (JsonNode lot) -> lot.path("kind").asText().equals("HUB") ? 0 : 1)
                    .thenComparing(lot -> ticket(seed, poolHash, lot.path("id").asText()), Arrays::compareUnsigned));
        }
        var withdrawn = new TreeSet<String>();
        transcript
                .path("withdrawals")
                .forEach(lot -> withdrawn.add(lot.path("lotId").asText()));
        long ceiling = pool.path("ceilingPercent").asLong();
        long total = pool.path("totalIon").asLong();
        long used = pool.path("usedIon").asLong();
        var turns = new ArrayList<Turn>();
        for (var lot : lots) {
            var id = lot.path("id").asText();
            long ion = lot.path("ion").asLong();
            String outcome;
            if (withdrawn.contains(id)) {
                outcome = "WITHDRAWN";
            } else if (100 * (used + ion) > ceiling * total) {
                outcome = "LAPSED";
            } else {
                outcome = "ADMITTED";
                used += ion;
            }
            turns.add(new Turn(turns.size() + 1, id, ion, outcome, used, percent(used, total)));
        }
        return turns;
    }

    private static Turn turn(JsonNode told) {
        return new Turn(
                told.path("rank").asInt(),
                told.path("lotId").asText(),
                told.path("ion").asLong(),
                told.path("outcome").asText(),
                told.path("usedIonAfter").asLong(),
                told.path("cumulativePercent").asText());
    }

    private static String percent(long used, long total) {
        return BigDecimal.valueOf(used)
                .scaleByPowerOfTen(2)
                .divide(BigDecimal.valueOf(total), 2, RoundingMode.DOWN)
                .toPlainString();
    }

    private static byte[] ticket(byte[] seed, byte[] poolHash, String lotId) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(seed);
        bytes.writeBytes(poolHash);
        bytes.writeBytes(lotId.getBytes(StandardCharsets.UTF_8));
        return sha256(bytes.toByteArray());
    }

    /** RFC 8785 for what a pool holds: objects, arrays, texts and whole numbers. */
    static String canonical(JsonNode node) {
        if (node.isObject()) {
            var properties = new TreeMap<String, String>();
            node.properties().forEach(entry -> properties.put(quoted(entry.getKey()), canonical(entry.getValue())));
            return properties.entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + entry.getValue())
                    .collect(java.util.stream.Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            var elements = new ArrayList<String>();
            node.forEach(element -> elements.add(canonical(element)));
            return "[" + String.join(",", elements) + "]";
        }
        return node.isTextual() ? quoted(node.asText()) : Long.toString(node.longValue());
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(character -> {
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (character < 0x20) {
                        quoted.append("\\u%04x".formatted(character));
                    } else {
                        quoted.append((char) character);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private static void differ(List<String> differences, String what, Object expected, Object told) {
        if (!expected.equals(told)) {
            differences.add(what + " should be " + expected + ", but the transcript tells " + told);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
