package nl.mtvp.verifier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker over whole exports: one that is right, and ones that are wrong in a way that somebody would choose. */
class AuditCheckTest {

    @TempDir
    private Path temporary;

    private final Fixture fixture = Fixture.made();

    private List<String> told(Map<String, String> published) throws IOException {
        var folder = temporary.resolve("export");
        fixture.write(folder);
        return check(folder, published);
    }

    static List<String> check(Path folder, Map<String, String> published) {
        var told = new ArrayList<String>();
        long differences = AuditCheck.differences(folder, published, told::add);
        assertEquals(differences + " differences", told.get(told.size() - 1));
        assertEquals(
                differences,
                told.stream().filter(line -> line.startsWith("DIFFERENCE")).count());
        return told;
    }

    private void names(List<String> told, String difference) {
        assertTrue(
                told.stream().anyMatch(line -> line.startsWith("DIFFERENCE") && line.contains(difference)),
                () -> "no " + difference + " in\n" + String.join("\n", told));
    }

    @Test
    void an_export_that_is_right_has_no_differences() throws IOException {
        var told = told(Map.of("3332", fixture.heads().get("3332").head(), "7095", Hashes.GENESIS));
        assertEquals("0 differences", told.get(told.size() - 1), () -> String.join("\n", told));
        assertTrue(told.get(1).matches("checked: \\d+ facts, \\d+ lines, 20 postings, \\d+ entries"), told.get(1));
        assertTrue(
                told.get(2)
                        .matches(
                                "insurer 3332: 4 creditors, booked [0-9.]+ euro, paid out 34000.00, in collection 3.00,"
                                        + " still owed -?[0-9.]+"),
                told.get(2));
    }

    @Test
    void D48_a_difference_tells_file_line_contract_quarter_field_expected_and_found() throws IOException {
        fixture.files().get("lines.ndjson").get(0).put("duePractice", 1L);
        names(
                told(Map.of()),
                "lines.ndjson line 1, contract " + FactLines.id(1)
                        + " in 2023-Q2: duePractice: expected 1060920, found 1");
    }

    @Test
    void D48_an_amount_that_was_changed_is_named_in_words_with_all_that_follows_from_it() throws IOException {
        fixture.files().get("entries.ndjson").get(0).put("cents", 1L);
        var told = told(Map.of());
        names(
                told,
                "entries.ndjson line 1, contract " + FactLines.id(1) + " in 2023-Q2: cents: expected 1060920, found 1");
        names(
                told,
                " in 2023-Q2: their sum: expected 1083609 for the practice and 154801 for its RHO,"
                        + " found 22690 for the practice and 154801 for its RHO");
    }

    @Test
    void D48_a_last_entry_that_was_dropped_is_named() throws IOException {
        var entries = fixture.files().get("entries.ndjson");
        entries.remove(entries.size() - 1);
        var told = told(Map.of());
        names(told, "posting 10 of 7095: the entry for contract " + FactLines.id(201) + " in 2023-Q4");
        names(told, "postings.ndjson line 20: digest");
        names(told, "postings.ndjson line 20: entries: expected");
    }

    @Test
    void D48_a_tail_that_was_cut_off_whole_shows_against_a_published_head() throws IOException {
        var published = Map.of("7095", fixture.heads().get("7095").head());
        var runs = fixture.files().get("runs.ndjson");
        var run = runs.remove(runs.size() - 1).get("id");
        fixture.files().get("lines.ndjson").removeIf(line -> line.get("runId").equals(run));
        var postings = fixture.files().get("postings.ndjson");
        var posting = postings.remove(postings.size() - 1);
        fixture.files().get("entries.ndjson").removeIf(entry -> entry.get("postingId")
                .equals(posting.get("id")));
        fixture.heads()
                .put(
                        "7095",
                        new ExportFolder.Head(
                                "7095", 9, posting.get("previousHead").toString()));

        var told = told(published);
        names(told, "the published head of 7095 is not in its chain");
        assertEquals("1 differences", told.get(told.size() - 1));
    }

    @Test
    void D48_a_head_that_does_not_follow_from_its_digest_is_named_though_the_manifest_tells_it() throws IOException {
        var postings = fixture.files().get("postings.ndjson");
        var made = Written.sha256("made up");
        postings.get(postings.size() - 1).put("head", made);
        fixture.heads().put("7095", new ExportFolder.Head("7095", 10, made));
        var told = told(Map.of());
        names(told, "postings.ndjson line 20: head: expected");
        assertEquals("1 differences", told.get(told.size() - 1));
    }

    @Test
    void D48_entries_in_another_order_are_named() throws IOException {
        var entries = fixture.files().get("entries.ndjson");
        entries.add(1, entries.remove(0));
        var told = told(Map.of());
        names(told, "entries.ndjson line 1: number: expected 1, found 2");
        names(told, "postings.ndjson line 1: digest");
    }

    @Test
    void D46_a_run_approved_by_who_made_it_is_named() throws IOException {
        fixture.files().get("runs.ndjson").get(0).put("approvedBy", "maker");
        names(told(Map.of()), "runs.ndjson line 1: approved by who made it (D46)");
    }

    @Test
    void D37_two_tariffs_for_one_day_and_moment_are_named() throws IOException {
        fixture.files().get("facts.ndjson").stream()
                .filter(fact -> fact.get("kind").equals("TARIFF"))
                .limit(1)
                .forEach(fact -> fact.put("knownUntilAt", null));
        names(told(Map.of()), "there is another tariff for the same day and moment");
    }

    @Test
    void D50_a_payout_of_more_than_is_owed_is_named() throws IOException {
        var payout = fixture.files().get("entries.ndjson").stream()
                .filter(entry -> entry.get("cause").equals("PAYOUT"))
                .findFirst()
                .orElseThrow();
        payout.put("cents", 99_999_999L);
        names(told(Map.of()), "pays out 99999999 cents, but only");
        payout.put("cents", 0L);
        temporary = Files.createDirectory(temporary.resolve("other"));
        names(told(Map.of()), "moves 0 cents: never zero or less");
    }

    @Test
    void D50_a_succession_that_goes_nowhere_is_named() throws IOException {
        fixture.files()
                .get("entries.ndjson")
                .removeIf(entry -> "SUCCESSION".equals(entry.get("cause"))
                        && entry.get("credit").toString().startsWith("creditor"));
        names(told(Map.of()), "balance of succession:3332: expected 0, found 1000");
    }

    @Test
    void what_cannot_be_read_is_named_and_the_rest_is_checked() throws IOException {
        var folder = temporary.resolve("export");
        fixture.write(folder);
        var facts = folder.resolve("facts.ndjson");
        Files.writeString(facts, Files.readString(facts).replaceFirst("\"agb\": \"01999901\"", "\"agb\": 1999901"));
        var lines = folder.resolve("lines.ndjson");
        Files.writeString(lines, Files.readString(lines) + "{\"id\": \"1\", \"id\": \"2\"}\n{\"a\": 1.5}\n[]\n");
        var told = check(folder, Map.of());
        names(told, "facts.ndjson line 1: agb is missing or of another kind than it should be: 1999901");
        names(told, "names 'id' twice");
        names(told, "is no JSON of whole numbers at character 8");
        names(told, "is no object");
        Files.write(lines, new byte[] {'{', (byte) 0xff, '}', '\n'});
        names(check(folder, Map.of()), "is no text in UTF-8");
    }

    @Test
    void a_folder_without_an_export_is_told_kindly() throws IOException {
        var none = assertThrows(
                IllegalArgumentException.class, () -> AuditCheck.differences(temporary, Map.of(), line -> {}));
        assertTrue(none.getMessage().contains("make an export with ./mtvp audit-export"), none.getMessage());
        fixture.write(temporary.resolve("export"));
        Files.delete(temporary.resolve("export/runs.ndjson"));
        var missing = assertThrows(
                IllegalArgumentException.class,
                () -> AuditCheck.differences(temporary.resolve("export"), Map.of(), line -> {}));
        assertTrue(missing.getMessage().contains("there is no runs.ndjson"), missing.getMessage());
    }

    @Test
    void an_export_is_never_mixed_with_what_is_there() throws IOException {
        var folder = temporary.resolve("export");
        fixture.write(folder);
        var refused = assertThrows(IllegalArgumentException.class, () -> fixture.write(folder));
        assertTrue(refused.getMessage().contains("is not empty"), refused.getMessage());
    }

    @Test
    void published_heads_have_a_form() {
        assertEquals(Map.of("3332", "0".repeat(64)), AuditCheck.published(List.of("3332=" + "0".repeat(64))));
        assertThrows(IllegalArgumentException.class, () -> AuditCheck.published(List.of("3332=12")));
    }
}
