package nl.mtvp.verifier.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.mtvp.verifier.audit.Mutations.Mutation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P11: whatever single value of an export is changed, the checker names it. By the manifest, always. And when whoever
 * changed it has made the manifest anew, by recomputing: every field that decides about money.
 */
class TamperingTest {

    private static final boolean FULL = Boolean.getBoolean("mtvp.full");

    /** Told, but no euro depends on it and nothing else in the export says it too: only the manifest holds it. */
    private static final Set<String> SHOWN = Set.of(
            "facts.ndjson CLAWBACK.grounds",
            "facts.ndjson CLAWBACK.withdrawalReason",
            "facts.ndjson CLAWBACK.sourceWithdrawnAt",
            "facts.ndjson CONTRACT.region",
            "facts.ndjson CONTRACT.rho",
            "facts.ndjson DELIVERY.contentDigest",
            "facts.ndjson DELIVERY.evidenceDigest",
            "facts.ndjson END.endKind",
            "facts.ndjson OFFSET.agreementId",
            "facts.ndjson STOP.grounds",
            "facts.ndjson TARIFF.id",
            "runs.ndjson.approvedBy",
            "runs.ndjson.madeBy");

    /** Decide about money in some rows only: a count of a practice without contract, a day that no peildatum sees. */
    private static final Set<String> SOMETIMES = Set.of(
            "facts.ndjson COUNT.agb",
            "facts.ndjson HOLDER.validUntil",
            "facts.ndjson SHARE.validFrom",
            // A line that books nothing and is no later line's previous one.
            "lines.ndjson.id");

    @TempDir
    private Path temporary;

    private final Fixture fixture = Fixture.made();
    private final Map<String, List<Mutation>> mutations = Mutations.of(fixture.files());
    private int exports;

    @Test
    void P11_every_field_that_decides_about_money_is_recomputed() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var missed = new ArrayList<String>();
        for (var field : mutations.entrySet()) {
            for (var mutation : FULL ? field.getValue() : some(field.getValue(), 1, random)) {
                boolean may = SHOWN.contains(field.getKey()) || SOMETIMES.contains(field.getKey());
                if (!may && differences(mutation) == 0) {
                    missed.add(mutation.toString());
                }
            }
        }
        assertEquals(List.of(), missed, "with seed " + seed);
        assertTrue(mutations.keySet().containsAll(SHOWN), "what is shown only is a field");
    }

    @Test
    void P11_what_is_shown_only_is_shown_only() throws IOException {
        for (var field : SHOWN) {
            assertEquals(0, differences(mutations.get(field).get(0)), field);
        }
        for (var field : SOMETIMES) {
            int found = 0;
            for (var mutation : mutations.get(field)) {
                found += differences(mutation) > 0 ? 1 : 0;
            }
            assertNotEquals(0, found, field);
            assertNotEquals(mutations.get(field).size(), found, field);
        }
    }

    @Test
    void P11_any_field_at_all_is_held_by_the_manifest() throws IOException {
        var folder = temporary.resolve("original");
        fixture.write(folder);
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (var field : mutations.values()) {
            for (var mutation : FULL ? field : some(field, 1, random)) {
                var file = folder.resolve(mutation.file());
                var original = Files.readString(file);
                var rows = original.split("\n");
                rows[mutation.row()] = Written.json(
                        mutation.applied(fixture.files().get(mutation.file()).get(mutation.row())));
                Files.writeString(file, String.join("\n", rows) + "\n");
                var told = AuditCheckTest.check(folder, Map.of());
                assertTrue(
                        told.stream().anyMatch(line -> line.startsWith("DIFFERENCE " + mutation.file() + ": sha256")),
                        () -> mutation + " with seed " + seed + "\n" + String.join("\n", told));
                Files.writeString(file, original);
            }
        }
        assertEquals("0 differences", last(AuditCheckTest.check(folder, Map.of())));
    }

    @Test
    void P11_any_character_of_manifest_and_readme_is_held_by_the_digest() throws IOException {
        var folder = temporary.resolve("original");
        fixture.write(folder);
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (var name : List.of(Manifest.NAME, Manifest.DIGEST, Manifest.README)) {
            var file = folder.resolve(name);
            var original = Files.readAllBytes(file);
            // The digest's file ends with a line feed, which says nothing.
            int length = name.equals(Manifest.DIGEST) ? original.length - 1 : original.length;
            for (int at = 0; at < (FULL ? length : 40); at++) {
                var changed = original.clone();
                changed[FULL ? at : random.nextInt(length)] ^= 1;
                Files.write(file, changed);
                assertNotEquals(
                        "0 differences", last(AuditCheckTest.check(folder, Map.of())), name + " with seed " + seed);
            }
            Files.write(file, original);
        }
    }

    @Test
    void P11_heads_and_digests_of_a_manifest_made_anew_are_recomputed() throws IOException {
        var folder = temporary.resolve("original");
        fixture.write(folder);
        var original = Files.readString(folder.resolve(Manifest.NAME));
        var values = original.lines()
                .filter(line -> line.contains("\"sha256\"") || line.contains("\"head\""))
                .flatMap(line -> java.util.Arrays.stream(line.split("[{,}]")).filter(part -> part.matches(".*[0-9].*")))
                .filter(value -> !value.contains("name"))
                .toList();
        assertEquals(2 * 3 + 6 * 3, values.size());
        for (var value : values) {
            var digits = value.replaceAll(".*?([0-9]+[^0-9]*)$", "$1");
            int at = value.length() - digits.length();
            var changed = value.substring(0, at) + (digits.charAt(0) == '1' ? '2' : '1') + value.substring(at + 1);
            var text = original.replace(value, changed);
            Files.writeString(folder.resolve(Manifest.NAME), text);
            Files.writeString(
                    folder.resolve(Manifest.DIGEST), Written.sha256(text) + "  " + Manifest.NAME + "\n", UTF_8);
            assertNotEquals("0 differences", last(AuditCheckTest.check(folder, Map.of())), value);
        }
    }

    @Test
    void P11_a_row_that_is_gone_doubled_or_elsewhere_is_named() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (var file : fixture.files().entrySet()) {
            var rows = file.getValue();
            for (int row = rows.size() - 1; row >= 0; row -= FULL ? 1 : 1 + random.nextInt(rows.size())) {
                var gone = rows.remove(row);
                assertNotEquals(0, differences(), file.getKey() + " without row " + (row + 1));
                rows.add(row, gone);
                rows.add(row, gone);
                assertNotEquals(0, differences(), file.getKey() + " with row " + (row + 1) + " twice");
                rows.remove(row);
                if (!file.getKey().equals("facts.ndjson") && !file.getKey().equals("runs.ndjson")) {
                    rows.add(rows.size() - 1 - row, rows.remove(row));
                    boolean moved = row != rows.size() - 1 - row;
                    assertEquals(moved, differences() > 0, file.getKey() + " with row " + (row + 1) + " elsewhere");
                    rows.add(row, rows.remove(rows.size() - 1 - row));
                }
            }
        }
        assertEquals(0, differences(), "all is as it was, seed " + seed);
    }

    private static String last(List<String> told) {
        return told.get(told.size() - 1);
    }

    private static List<Mutation> some(List<Mutation> all, int number, Random random) {
        return random.ints(number, 0, all.size()).mapToObj(all::get).toList();
    }

    private long differences(Mutation mutation) throws IOException {
        var rows = fixture.files().get(mutation.file());
        var original = rows.set(mutation.row(), mutation.applied(rows.get(mutation.row())));
        try {
            return differences();
        } finally {
            rows.set(mutation.row(), original);
        }
    }

    /** As whoever changes an export and makes its manifest anew. */
    private long differences() throws IOException {
        var folder = temporary.resolve("export-" + ++exports);
        fixture.write(folder);
        return AuditCheck.differences(folder, Map.of(), line -> {});
    }
}
