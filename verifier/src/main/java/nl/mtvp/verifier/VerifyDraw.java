package nl.mtvp.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks the transcript of a round of admission, as docs/draw.md tells it (rules D16-D20). Written from that page alone:
 * it shares nothing with the service that drew, and needs nothing but Java 17, so that a notary can read it in one
 * sitting and run it alone: {@code java VerifyDraw.java transcript.json}.
 */
public final class VerifyDraw {

    /** The transcript: these properties, no more and no fewer. Only what is Optional may be null. */
    record Transcript(
            String roundId,
            String region,
            String quarter,
            long ceilingPercent,
            Optional<String> preferencesUntil,
            String state,
            String openedAt,
            Optional<Long> drawNumber,
            Optional<String> commitment,
            Optional<String> committedAt,
            Pool pool,
            String poolHash,
            String frozenAt,
            Optional<String> redrawId,
            Optional<String> redrawReason,
            Optional<String> redrawOrderedAt,
            Optional<String> drawId,
            Optional<String> seed,
            Optional<String> drawnAt,
            List<Withdrawal> withdrawals,
            List<Turn> turns,
            String transcriptHash) {}

    record Pool(
            String roundId,
            String region,
            String quarter,
            long ceilingPercent,
            long totalIon,
            long usedIon,
            List<Lot> lots) {}

    record Lot(String id, String kind, long ion, List<Member> members) {}

    record Member(String agb, long ion) {}

    record Withdrawal(String lotId, String reason, String withdrawnAt) {}

    record Turn(
            long rank,
            String lotId,
            long ion,
            String outcome,
            long usedIonAfter,
            String cumulativePercent,
            String why) {}

    private final List<String> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Map<?, ?> json;
    private Transcript told;
    private Pool pool;
    private boolean drawn;
    private boolean repeated;

    private VerifyDraw(String text) {
        check("It is a transcript, with no property too few or too many", () -> {
            var value = Json.read(text);
            told = (Transcript) typed("", value, Transcript.class);
            pool = told.pool();
            json = (Map<?, ?>) value;
            drawn = pool.ceilingPercent() < 100;
            repeated = drawn && !told.drawNumber().equals(Optional.of(1L));
        });
        if (faults.isEmpty()) {
            check(
                    "The round is closed; it has all that its kind of round has, and nothing else (D19, D20)",
                    this::kind);
        }
        if (faults.isEmpty()) {
            check("Round, region, quarter and ceiling are those of the pool, and the ceiling that of D16", this::round);
            check("Its steps come one after the other: opening, commitment, freeze, draw (D20)", this::times);
            check("The pool's lots are in order, each practice is in one, and their ION add up (D18)", this::lots);
            check("poolHash is the digest of the pool: this is the pool that was frozen (D20)", this::poolHash);
            check("commitment is the digest of the seed: this is the seed committed to (D20)", this::commitment);
            check("Each lot has the turn and the outcome that seed and pool give it (D19, D20)", this::turns);
            check("transcriptHash is the digest of everything else: nothing was changed after the draw", this::seal);
        }
    }

    /** Tells line by line what was checked; exits with 0 when all of it holds, else with 1. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: java VerifyDraw.java transcript.json");
            System.exit(2);
        }
        var text = Files.readString(Path.of(arguments[0]));
        report(text).forEach(System.out::println);
        System.exit(faults(text).isEmpty() ? 0 : 1);
    }

    /** Everything that is wrong with a transcript: nothing, when it holds. */
    public static List<String> faults(String transcript) {
        return List.copyOf(new VerifyDraw(transcript).faults);
    }

    /** What was checked, line by line, and what that means. */
    public static List<String> report(String transcript) {
        var verifier = new VerifyDraw(transcript);
        var report = new ArrayList<>(verifier.lines);
        if (verifier.faults.isEmpty()) {
            report.add("The transcript holds: whoever recomputes this draw finds the same.");
            report.add("Last, by eye: is the transcriptHash the one that was published when the draw took place?");
            report.add("  " + verifier.told.transcriptHash());
        } else {
            report.add(
                    "The transcript does NOT hold. Do not rely on it; fetch it anew, and if it stays, tell the RHO.");
        }
        return report;
    }

    private void check(String what, Runnable check) {
        int before = faults.size();
        try {
            check.run();
        } catch (RuntimeException unreadable) {
            faults.add(String.valueOf(unreadable.getMessage()));
        }
        lines.add((faults.size() == before ? "  holds  " : "  FAULT  ") + what);
        faults.subList(before, faults.size()).forEach(fault -> lines.add("           " + fault));
    }

    private void same(String where, Object expected, Object found) {
        if (!expected.equals(found)) {
            faults.add(where + " should be " + expected + ", but the transcript tells " + found);
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    private void kind() {
        same("/state", "CLOSED", told.state());
        for (var name : List.of("drawNumber", "commitment", "committedAt", "drawId", "seed", "drawnAt")) {
            require(drawn == (json.get(name) != null), "/" + name + " is there if and only if the round has a draw");
        }
        for (var name : List.of("redrawId", "redrawReason", "redrawOrderedAt")) {
            require(repeated == (json.get(name) != null), "/" + name + " is there if and only if the draw is repeated");
        }
        require(told.drawNumber().orElse(1L) > 0, "/drawNumber is 1 or more");
        require(told.poolHash().matches("[0-9a-f]{64}"), "/poolHash is no SHA-256 in hexadecimal");
        require(!drawn || told.seed().orElse("").matches("[0-9a-f]{64}"), "/seed is not 32 bytes in hexadecimal");
    }

    private void round() {
        for (var name : List.of("roundId", "region", "quarter", "ceilingPercent")) {
            same("/" + name, ((Map<?, ?>) json.get("pool")).get(name), json.get(name));
        }
        var ceilings = new TreeMap<>(Map.of("2023-Q2", 25L, "2023-Q3", 50L, "2023-Q4", 75L, "2024-Q1", 100L));
        var ceiling = ceilings.floorEntry(pool.quarter());
        same("/ceilingPercent", ceiling == null ? "none" : ceiling.getValue(), pool.ceilingPercent());
    }

    private void times() {
        var order = repeated
                ? List.of("openedAt", "frozenAt", "committedAt", "redrawOrderedAt", "drawnAt")
                : drawn ? List.of("openedAt", "committedAt", "frozenAt", "drawnAt") : List.of("openedAt", "frozenAt");
        var earlier = Instant.MIN;
        for (var name : order) {
            var at = moment("/" + name, (String) json.get(name));
            require(!at.isBefore(earlier), "/" + name + " lies before the step that it follows: " + at);
            earlier = at;
        }
        var frozen = moment("/frozenAt", told.frozenAt());
        told.preferencesUntil().ifPresent(day -> {
            var until = moment("/preferencesUntil", day + "T00:00:00Z")
                    .atZone(ZoneOffset.UTC)
                    .withZoneSameLocal(ZoneId.of("Europe/Amsterdam"))
                    .toInstant();
            require(!frozen.isBefore(until), "/preferencesUntil lies after the freeze: " + day);
        });
        var last = frozen;
        for (var withdrawal : told.withdrawals()) {
            var at = moment("/withdrawals: " + withdrawal.lotId(), withdrawal.withdrawnAt());
            require(
                    !at.isBefore(last) && !at.isAfter(earlier),
                    "/withdrawals: " + withdrawal.lotId() + " is out of order");
            last = at;
        }
    }

    private static Instant moment(String where, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(where + " is no moment: " + text, unreadable);
        }
    }

    private void lots() {
        var practices = new TreeSet<String>();
        var before = "";
        long sum = pool.usedIon();
        for (var lot : pool.lots()) {
            var where = "/pool/lots: " + lot.id();
            var agbs = lot.members().stream().map(Member::agb).toList();
            boolean hub = lot.kind().equals("HUB") && lot.id().startsWith("hub:" + pool.region() + "/");
            boolean practice = lot.kind().equals("PRACTICE")
                    && List.of(lot.id())
                            .equals(agbs.stream().map("practice:"::concat).toList());
            require(hub || practice, where + " is neither a hub of the region nor a single practice");
            require(
                    Arrays.compareUnsigned(before.getBytes(UTF_8), lot.id().getBytes(UTF_8)) < 0,
                    where + " is out of order");
            same(where + ", its members,", agbs.stream().sorted().toList(), agbs);
            agbs.forEach(agb -> require(practices.add(agb), where + ": practice " + agb + " stands in a lot already"));
            same(
                    where + ", its ion,",
                    lot.members().stream().mapToLong(Member::ion).sum(),
                    lot.ion());
            require(lot.members().stream().allMatch(member -> member.ion() > 0), where + " has a member without ION");
            before = lot.id();
            sum += lot.ion();
        }
        require(sum <= pool.totalIon(), "/pool/totalIon is less than its lots and those admitted before have: " + sum);
    }

    private void poolHash() {
        same("/poolHash", sha256(Json.canonical(json.get("pool"))), told.poolHash());
    }

    private void commitment() {
        told.seed()
                .ifPresent(seed -> same(
                        "/commitment", sha256(bytes(seed)), told.commitment().orElse(null)));
    }

    private void seal() {
        var rest = new TreeMap<Object, Object>(json);
        rest.remove("transcriptHash");
        same("/transcriptHash", sha256(Json.canonical(rest)), told.transcriptHash());
    }

    private void turns() {
        var withdrawn = told.withdrawals().stream()
                .collect(Collectors.toMap(Withdrawal::lotId, Withdrawal::reason, (one, other) -> one));
        var ids = pool.lots().stream().map(Lot::id).collect(Collectors.toSet());
        require(
                withdrawn.isEmpty() || drawn && ids.containsAll(withdrawn.keySet()),
                "/withdrawals names what is no lot of a draw");
        require(withdrawn.size() == told.withdrawals().size(), "/withdrawals names a lot twice");
        long used = pool.usedIon();
        int rank = 0;
        for (var lot : drawn ? order() : pool.lots()) {
            long with = used + lot.ion();
            boolean fits = 100 * with <= pool.ceilingPercent() * pool.totalIon();
            var reason = withdrawn.get(lot.id());
            var outcome = reason != null ? "WITHDRAWN" : fits ? "ADMITTED" : "LAPSED";
            var why = "100 x " + with + (fits ? " <= " : " > ") + pool.ceilingPercent() + " x " + pool.totalIon();
            used = outcome.equals("ADMITTED") ? with : used;
            long hundredths = 10_000 * used / pool.totalIon();
            var percent = "%d.%02d".formatted(hundredths / 100, hundredths % 100);
            var turn = new Turn(++rank, lot.id(), lot.ion(), outcome, used, percent, reason == null ? why : reason);
            same(
                    "/turns/" + (rank - 1),
                    turn,
                    rank > told.turns().size() ? "nothing" : told.turns().get(rank - 1));
        }
        same("/turns: their number", rank, told.turns().size());
    }

    /** Lots of hubs before those of practices; within a kind by SHA-256(seed || poolHash || lot id in UTF-8). */
    private List<Lot> order() {
        var hash = bytes(told.poolHash());
        var drawnWith =
                repeated ? bytes(sha256(hash, told.redrawId().orElseThrow().getBytes(UTF_8))) : hash;
        var seed = bytes(told.seed().orElseThrow());
        return pool.lots().stream()
                .sorted(Comparator.comparing(Lot::kind)
                        .thenComparing(lot -> sha256(seed, drawnWith, lot.id().getBytes(UTF_8))))
                .toList();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** In lower-case hexadecimal, which is in the order of its bytes. */
    private static String sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Arrays.asList(parts).forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The value as a record, a list, a text or a number of this type; or a sentence that tells where it is not one. */
    private static Object typed(String where, Object value, Type type) {
        if (type instanceof ParameterizedType of && of.getRawType() == Optional.class) {
            return Optional.ofNullable(value).map(some -> typed(where, some, of.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType of && value instanceof List<?> list) {
            var typed = new ArrayList<>();
            list.forEach(
                    element -> typed.add(typed(where + "/" + typed.size(), element, of.getActualTypeArguments()[0])));
            return typed;
        }
        if (type instanceof Class<?> shape && shape.isRecord() && value instanceof Map<?, ?> object) {
            var properties = shape.getRecordComponents();
            var names = new TreeSet<String>();
            Arrays.asList(properties).forEach(property -> names.add(property.getName()));
            if (!names.equals(object.keySet())) {
                throw new IllegalArgumentException(
                        (where + "/ should have the properties " + names + ", but has " + object.keySet()));
            }
            var values = Arrays.stream(properties)
                    .map(property -> typed(
                            where + "/" + property.getName(),
                            object.get(property.getName()),
                            property.getGenericType()))
                    .toArray();
            try {
                return shape.getDeclaredConstructors()[0].newInstance(values);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        if (value == null || type != value.getClass() && !(type == long.class && value instanceof Long)) {
            throw new IllegalArgumentException(where + " is of another kind than it should be: " + value);
        }
        return value;
    }

    /** Strict JSON of objects, lists, texts, whole numbers and null, and its canonical form (RFC 8785). */
    private static final class Json {

        private static final Pattern TOKEN =
                Pattern.compile("\\G\\s*+([{}\\[\\],:]|null|(?:0|[1-9][0-9]{0,11})(?![0-9.eE])"
                        + "|\"(?:[^\"\\\\\\x00-\\x1f]++|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"|$)");
        private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(....)|(.))");
        private static final String PLAIN = "\"\\\b\f\n\r\t/";
        private static final String ESCAPED = "\"\\bfnrt/";

        private final Matcher tokens;

        private Json(String json) {
            this.tokens = TOKEN.matcher(json);
        }

        static Object read(String json) {
            var reader = new Json(json);
            var value = reader.value(reader.next());
            reader.expect("", reader.next());
            return value;
        }

        private String next() {
            expect(true, tokens.find());
            return tokens.group(1);
        }

        private void expect(Object expected, Object found) {
            if (!expected.equals(found)) {
                throw new IllegalArgumentException("/ is no JSON of objects, lists, texts, whole numbers and null");
            }
        }

        private Object value(String token) {
            expect(false, token.isEmpty() || "}],:".contains(token));
            return switch (token.charAt(0)) {
                case '{' -> object();
                case '[' -> list();
                case '"' -> text(token);
                case 'n' -> null;
                default -> Long.valueOf(token);
            };
        }

        private Map<String, Object> object() {
            var object = new TreeMap<String, Object>();
            for (var token = next(); !token.equals("}"); token = next()) {
                var name = text(object.isEmpty() ? token : after(",", token));
                expect(false, object.containsKey(name));
                object.put(name, value(after(":", next())));
            }
            return object;
        }

        private List<Object> list() {
            var list = new ArrayList<>();
            for (var token = next(); !token.equals("]"); token = next()) {
                list.add(value(list.isEmpty() ? token : after(",", token)));
            }
            return list;
        }

        private String after(String expected, String token) {
            expect(expected, token);
            return next();
        }

        private String text(String token) {
            expect(true, token.startsWith("\""));
            return ESCAPE.matcher(token.substring(1, token.length() - 1)).replaceAll(escape -> {
                var code = escape.group(1);
                char plain = code != null
                        ? (char) Integer.parseInt(code, 16)
                        : PLAIN.charAt(ESCAPED.indexOf(escape.group(2)));
                return Matcher.quoteReplacement(String.valueOf(plain));
            });
        }

        static byte[] canonical(Object value) {
            return written(value).getBytes(UTF_8);
        }

        private static String written(Object value) {
            if (value instanceof Map<?, ?> object) {
                return object.entrySet().stream()
                        .map(entry -> written(entry.getKey()) + ":" + written(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            }
            if (value instanceof List<?> list) {
                return list.stream().map(Json::written).collect(Collectors.joining(",", "[", "]"));
            }
            return !(value instanceof String text)
                    ? String.valueOf(value)
                    : text.chars().mapToObj(Json::escaped).collect(Collectors.joining("", "\"", "\""));
        }

        private static String escaped(int character) {
            int at = character == '/' ? -1 : PLAIN.indexOf(character);
            var plain = Character.toString(character);
            return at >= 0 ? "\\" + ESCAPED.charAt(at) : character < ' ' ? "\\u%04x".formatted(character) : plain;
        }
    }
}
