package nl.mtvp.verifier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes the ledger and makes all digests, heads and the manifest anew is found by what it says of money. */
class SealedAnewTest {

    private static final String INSURER = "3332";

    @TempDir
    private Path temporary;

    private final Fixture fixture = Fixture.made();

    @Test
    void P11_what_was_sealed_anew_without_a_change_has_no_differences() throws IOException {
        assertEquals(List.of(), differences());
    }

    @Test
    void D50_no_more_is_paid_returned_handed_over_or_taken_back_than_there_is() throws IOException {
        settled("PAYOUT", 1).put("cents", 99_999_999L);
        assertNamed("pays out 99999999 cents, but only ");
        settled("PAYOUT", 1).put("cents", 3_100_000L);
        settled("PAYOUT_RETURNED", 0).put("cents", 2_000_001L);
        assertNamed("returns 2000001 cents, but only 2000000 are paid out");
        settled("PAYOUT_RETURNED", 0).put("cents", 2_000_000L);
        settled("TO_COLLECTION", 0).put("cents", 99_999_999L);
        assertNamed("hands over 99999999 cents, but only ");
        settled("TO_COLLECTION", 0).put("cents", 500L);
        settled("FROM_COLLECTION", 0).put("cents", 501L);
        assertNamed("takes back 501 cents, but only 500 are in collection");
    }

    @Test
    void D48_money_moves_between_the_accounts_of_its_cause_and_insurer() throws IOException {
        settled("PAYOUT", 0).put("credit", "collection:3332");
        assertNamed("accounts of PAYOUT: expected creditor bank, found creditor collection");
        settled("PAYOUT", 0).put("credit", "bank:7095");
        assertNamed("accounts of another insurer than 3332");
        settled("PAYOUT", 0).put("credit", "purse:3332");
        assertNamed("accounts: creditor:3332:agb:01999901 to purse:3332");
    }

    @Test
    void D48_a_settlement_is_of_no_contract_and_a_kind_fits_its_run() throws IOException {
        settled("PAYOUT", 0).put("contractId", FactLines.id(1));
        assertNamed("settles, and so may not be of a run, a contract or a component");
        settled("PAYOUT", 0).put("contractId", null);
        posting(1).put("kind", "GIFT");
        assertNamed("kind and run do not fit: GIFT, null");
        posting(1).put("kind", "SETTLEMENT");
        posting(1).put("bookedAt", posting(0).get("bookedAt"));
        assertNamed("bookedAt is not after that of the posting before");
    }

    @Test
    void P3_sums_per_contract_and_creditor_are_those_of_what_is_due() throws IOException {
        fixture.files().get("entries.ndjson").get(0).put("cents", 1L);
        assertNamed("contract " + FactLines.id(1) + " in 2023-Q2: their sum: expected ");
        assertNamed("entries.ndjson, creditor:3332:agb:01999901: its sum: expected ");
    }

    @Test
    void D46_runs_follow_each_other_and_their_cut_offs() throws IOException {
        var runs = fixture.files().get("runs.ndjson");
        var last = runs.get(4);
        last.put("quarter", "2023-Q1");
        assertNamed("runs.ndjson line 5: an earlier quarter than the run before");
        last.put("quarter", "2024-Q2");
        assertNamed("runs.ndjson line 5: its peildatum lies in the future (D46)");
        last.put("quarter", "2024-Q1");
        last.put("cutOffAt", runs.get(3).get("postedAt"));
        assertNamed("runs.ndjson line 5: its cut-off lies before the posting before");
        last.put("cutOffAt", last.get("postedAt"));
        assertNamed("runs.ndjson line 5: posted before its cut-off");
        runs.get(0).put("postedAt", FactLines.cutOff("2023-08-02"));
        assertNamed("runs.ndjson line 1: postedAt: expected ");
    }

    @Test
    void D46_lines_stand_in_the_order_of_contract_and_quarter() throws IOException {
        var lines = fixture.files().get("lines.ndjson");
        lines.add(0, lines.remove(1));
        assertNamed("lines.ndjson line 2: is out of order: ");
    }

    @Test
    void P11_a_manifest_that_leaves_out_a_file_is_named() throws IOException {
        var folder = temporary.resolve("export");
        fixture.write(folder);
        var manifest = folder.resolve(Manifest.NAME);
        Files.writeString(manifest, Files.readString(manifest).replace(Manifest.README, "runs.ndjson"));
        assertTrue(AuditCheckTest.check(folder, Map.of()).stream()
                .anyMatch(line -> line.contains("the names of the files: expected ")));
    }

    @Test
    void D54_what_became_known_or_was_booked_after_the_export_is_named() throws IOException {
        var later = FactLines.cutOff("2024-07-01");
        fixture.files().get("facts.ndjson").get(0).put("knownFromAt", later);
        assertNamed("facts.ndjson line 1: became known after the moment of the export");
        posting(1).put("bookedAt", later);
        assertNamed("postings.ndjson line 2: is booked after the moment of the export");
    }

    private Map<String, Object> settled(String cause, int which) {
        return fixture.files().get("entries.ndjson").stream()
                .filter(entry -> cause.equals(entry.get("cause")) && INSURER.equals(entry.get("uzovi")))
                .filter(entry -> !entry.get("debit").toString().contains(":rho:"))
                .toList()
                .get(which);
    }

    private Map<String, Object> posting(int which) {
        return fixture.files().get("postings.ndjson").get(which);
    }

    private void assertNamed(String difference) throws IOException {
        var told = differences();
        assertTrue(
                told.stream().anyMatch(line -> line.contains(difference)),
                () -> "no " + difference + " in\n" + String.join("\n", told));
    }

    private List<String> differences() throws IOException {
        sealAnew();
        var folder = temporary.resolve(
                "export-" + Arrays.stream(temporary.toFile().list()).count());
        fixture.write(folder);
        return AuditCheckTest.check(folder, Map.of()).stream()
                .filter(line -> line.startsWith("DIFFERENCE"))
                .toList();
    }

    /** Digests, heads and what the manifest tells of them, as they follow from the entries that are there now. */
    private void sealAnew() {
        for (var posting : fixture.files().get("postings.ndjson")) {
            var uzovi = posting.get("uzovi").toString();
            long number = Long.parseLong(posting.get("number").toString());
            var previous =
                    number == 1 ? Hashes.GENESIS : fixture.heads().get(uzovi).head();
            var canonical = new StringBuilder();
            fixture.files().get("entries.ndjson").stream()
                    .filter(entry -> entry.get("postingId").equals(posting.get("id")))
                    .forEach(entry ->
                            canonical.append(Entry.read(new Row("", 0, (Map<?, ?>) Json.read(Written.json(entry))))
                                    .canonical()));
            var digest = Written.sha256(canonical.toString());
            var head = Hashes.head(previous, digest);
            posting.put("digest", digest);
            posting.put("previousHead", previous);
            posting.put("head", head);
            fixture.heads().put(uzovi, new ExportFolder.Head(uzovi, number, head));
        }
    }
}
