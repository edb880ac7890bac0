package nl.mtvp.plan.admission.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A verifier written from docs/draw.md, on the transcript's JSON alone: none of the service's code. */
final class Recomputed {

    private static final ObjectMapper SORTED =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Recomputed() {}

    static String poolHash(Map<String, Object> transcript) {
        return hex(sha256(canonical(transcript.get("pool"))));
    }

    static List<Map<String, Object>> turns(Map<String, Object> transcript) {
        var seed = bytes((String) transcript.get("seed"));
        if (!hex(sha256(seed)).equals(transcript.get("commitment"))) {
            throw new AssertionError("the seed is not the one committed to");
        }
        var poolHash = bytes(poolHash(transcript));
        var pool = map(transcript.get("pool"));
        var withdrawn = maps(transcript.get("withdrawals")).stream()
                .collect(Collectors.toMap(lot -> lot.get("lotId"), lot -> lot.get("reason")));
        var order = maps(pool.get("lots")).stream()
                .sorted(Comparator.comparing(
                                (Map<String, Object> lot) -> lot.get("kind").equals("PRACTICE"))
                        .thenComparing(lot -> new BigInteger(
                                1,
                                sha256(seed, poolHash, lot.get("id").toString().getBytes(StandardCharsets.UTF_8)))))
                .toList();
        long ceiling = number(pool.get("ceilingPercent")) * number(pool.get("totalIon"));
        long used = number(pool.get("usedIon"));
        var turns = new ArrayList<Map<String, Object>>();
        for (var lot : order) {
            long with = used + number(lot.get("ion"));
            var why = withdrawn.get(lot.get("id"));
            var outcome = why != null ? "WITHDRAWN" : 100 * with > ceiling ? "LAPSED" : "ADMITTED";
            if (why == null) {
                why = "100 x " + with + (outcome.equals("LAPSED") ? " > " : " <= ") + pool.get("ceilingPercent") + " x "
                        + pool.get("totalIon");
            }
            used = outcome.equals("ADMITTED") ? with : used;
            long hundredths = 10_000 * used / number(pool.get("totalIon"));
            var turn = new HashMap<String, Object>();
            turn.put("rank", turns.size() + 1);
            turn.put("lotId", lot.get("id"));
            turn.put("ion", lot.get("ion"));
            turn.put("outcome", outcome);
            turn.put("usedIonAfter", Math.toIntExact(used));
            turn.put("cumulativePercent", "%d.%02d".formatted(hundredths / 100, hundredths % 100));
            turn.put("why", why);
            turns.add(turn);
        }
        return turns;
    }

    private static byte[] canonical(Object pool) {
        try {
            return SORTED.writeValueAsBytes(pool);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return "%064x".formatted(new BigInteger(1, bytes));
    }

    private static byte[] bytes(String hex) {
        var bytes = new byte[hex.length() / 2];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) Integer.parseInt(hex.substring(2 * index, 2 * index + 2), 16);
        }
        return bytes;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object value) {
        return (List<Map<String, Object>>) value;
    }
}
