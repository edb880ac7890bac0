package nl.mtvp.verifier.audit;

import static nl.mtvp.verifier.audit.FactLines.cutOff;
import static nl.mtvp.verifier.audit.FactLines.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The worked examples of the rules, from facts written down in the export's form: each run as text. */
class WorkedExamplesTest {

    private static final String MENZIS = "3332";
    private static final String PRACTICE = "01999901";

    private final FactLines facts = new FactLines()
            .contract(1, MENZIS, PRACTICE, "2023-04-01", "2023-06-12")
            .tariff(10, MENZIS, 288, "2023-04-01", "2023-03-27")
            .delivery(20, MENZIS, "2023-04-01", "2023-07-10", PRACTICE, 4_210)
            .delivery(21, MENZIS, "2023-07-01", "2023-07-10", PRACTICE, 4_250)
            .delivery(22, MENZIS, "2023-10-01", "2023-10-10", PRACTICE, 4_260);

    /** A run, made at a day's cut-off after those in the same test. */
    private List<String> run(FactBook book, String quarter, String day) {
        var run = new Run(
                UUID.randomUUID(),
                MENZIS,
                Quarter.parse(quarter),
                cutOff(day),
                Hashes.GENESIS,
                "maker",
                Instant.EPOCH,
                "approver",
                Instant.EPOCH,
                Instant.EPOCH,
                "");
        var lines = Expected.of(run, book);
        lines.forEach(line -> line.posted(UUID.randomUUID()));
        return lines.stream()
                .map(line -> line.inputs().quarter() + " " + line.parts() + " due "
                        + line.due().total())
                .toList();
    }

    @Test
    void D43_example_1_a_late_contract_is_paid_from_its_start() {
        assertEquals(
                List.of(
                        "2023-Q2 [RETROACTIVE/PRACTICE/1212480] due 1212480",
                        "2023-Q3 [REGULAR/PRACTICE/1224000] due 1224000"),
                run(facts.book(), "2023-Q3", "2023-08-01"));
    }

    @Test
    void D44_examples_2_to_5_each_change_has_its_cause() {
        facts.knownUntil(20, "2023-10-10")
                .delivery(23, MENZIS, "2023-04-01", "2023-10-10", PRACTICE, 4_198)
                .knownUntil(10, "2024-02-01")
                .tariff(12, MENZIS, 295, "2023-04-01", "2024-02-01")
                .stop(30, 1, MENZIS, "2023-11-15", "2024-03-01")
                .clawback(31, 1, MENZIS, "2023-10-01", "2023-11-15", 10_000, "2024-03-02")
                .knownUntil(31, "2024-03-25");
        var book = facts.book();
        run(book, "2023-Q3", "2023-08-01");

        assertEquals(
                List.of(
                        "2023-Q2 [ION_CORRECTION/PRACTICE/-3456] due 1209024",
                        "2023-Q4 [REGULAR/PRACTICE/1226880] due 1226880"),
                run(book, "2023-Q4", "2023-11-01"));
        assertEquals(
                List.of(
                        "2023-Q2 [TARIFF_REVISION/PRACTICE/29386] due 1238410",
                        "2023-Q3 [TARIFF_REVISION/PRACTICE/29750] due 1253750",
                        "2023-Q4 [TARIFF_REVISION/PRACTICE/29820] due 1256700"),
                run(book, "2023-Q4", "2024-02-05"));
        assertEquals(List.of("2023-Q4 [COVERAGE/PRACTICE/-642010] due 614690"), run(book, "2023-Q4", "2024-03-01"));
        assertEquals(List.of("2023-Q4 [CLAWBACK/PRACTICE/-614690] due 0"), run(book, "2023-Q4", "2024-03-05"));
        assertEquals(List.of("2023-Q4 [CLAWBACK/PRACTICE/614690] due 614690"), run(book, "2023-Q4", "2024-03-28"));
        assertEquals(List.of("2023-Q4 [] due 614690"), run(book, "2023-Q4", "2024-04-03"));
    }

    @Test
    void D49_example_6_a_share_goes_to_the_rho() {
        facts.share(40, 1, MENZIS, 1_250, null, "2023-06-13");

        assertEquals(
                "2023-Q2 [RETROACTIVE/PRACTICE/1060920, RETROACTIVE/RHO/151560] due 1212480",
                run(facts.book(), "2023-Q3", "2023-08-01").get(0));
    }

    @Test
    void D49_cents_per_ion_are_at_most_what_is_due() {
        facts.share(40, 1, MENZIS, null, 36, "2023-06-13");
        assertEquals(
                "2023-Q2 [RETROACTIVE/PRACTICE/1060920, RETROACTIVE/RHO/151560] due 1212480",
                run(facts.book(), "2023-Q3", "2023-08-01").get(0));

        var more = new FactLines()
                .contract(1, MENZIS, PRACTICE, "2023-04-01", "2023-06-12")
                .tariff(10, MENZIS, 288, "2023-04-01", "2023-03-27")
                .delivery(20, MENZIS, "2023-04-01", "2023-07-10", PRACTICE, 4_210)
                .share(40, 1, MENZIS, null, 300, "2023-06-13");
        assertEquals(
                "2023-Q2 [REGULAR/RHO/1212480] due 1212480",
                run(more.book(), "2023-Q2", "2023-08-01").get(0));
    }

    @Test
    void D44_example_8_four_changes_at_once() {
        facts.knownUntil(22, "2023-12-01")
                .delivery(23, MENZIS, "2023-10-01", "2023-12-01", PRACTICE, 4_251)
                .knownUntil(10, "2023-12-02")
                .tariff(12, MENZIS, 295, "2023-04-01", "2023-12-02")
                .stop(30, 1, MENZIS, "2023-11-15", "2023-12-03")
                .clawback(31, 1, MENZIS, "2023-10-01", "2023-11-15", 5_000, "2023-12-04");
        var book = facts.book();
        run(book, "2023-Q4", "2023-11-01");

        assertEquals(
                "2023-Q4 [ION_CORRECTION/PRACTICE/-2592, TARIFF_REVISION/PRACTICE/29757, COVERAGE/PRACTICE/-640653,"
                        + " CLAWBACK/PRACTICE/-306696] due 306696",
                run(book, "2023-Q4", "2023-12-10").get(2));
    }

    @Test
    void D44_example_9_a_stop_within_what_is_clawed_back_books_nothing() {
        facts.clawback(31, 1, MENZIS, "2023-10-01", "2024-01-01", 10_000, "2023-11-02")
                .stop(30, 1, MENZIS, "2023-11-15", "2023-11-04");
        var book = facts.book();
        run(book, "2023-Q4", "2023-11-01");
        assertEquals(List.of("2023-Q4 [CLAWBACK/PRACTICE/-1226880] due 0"), run(book, "2023-Q4", "2023-11-03"));
        assertEquals(List.of("2023-Q4 [] due 0"), run(book, "2023-Q4", "2023-11-05"));
    }

    @Test
    void D41_example_10_clawbacks_add_up() {
        facts.knownUntil(10, "2023-10-01")
                .tariff(12, MENZIS, 295, "2023-04-01", "2023-10-01")
                .clawback(31, 1, MENZIS, "2023-10-01", "2024-01-01", 5_000, "2023-11-02")
                .clawback(32, 1, MENZIS, "2023-10-01", "2024-01-01", 3_000, "2023-11-02");

        assertEquals(
                "2023-Q4 [REGULAR/PRACTICE/251340] due 251340",
                run(facts.book(), "2023-Q4", "2023-11-03").get(2));
    }

    @Test
    void D41_example_11_an_offset_is_deducted_by_the_days_in_force() {
        facts.offset(50, 1, MENZIS, 500_000, "2023-04-01", "2023-06-13")
                .share(40, 1, MENZIS, 1_250, null, "2023-06-13");
        assertEquals(
                "2023-Q2 [RETROACTIVE/PRACTICE/623420, RETROACTIVE/RHO/89060] due 712480",
                run(facts.book(), "2023-Q3", "2023-08-01").get(0));

        var stopped = new FactLines()
                .contract(1, MENZIS, PRACTICE, "2023-04-01", "2023-06-12")
                .tariff(10, MENZIS, 295, "2023-04-01", "2023-03-27")
                .delivery(22, MENZIS, "2023-10-01", "2023-10-10", PRACTICE, 4_260)
                .offset(50, 1, MENZIS, 500_000, "2023-04-01", "2023-06-13")
                .stop(30, 1, MENZIS, "2023-11-15", "2023-10-30");
        assertEquals(
                List.of("2023-Q4 [REGULAR/PRACTICE/370125] due 370125"), run(stopped.book(), "2023-Q4", "2023-11-03"));
    }

    @Test
    void D35_a_successor_is_counted_and_paid_from_its_quarter_on() {
        var succeeded = new FactLines()
                .contract(1, MENZIS, PRACTICE, "2023-04-01", "2023-06-12")
                .tariff(10, MENZIS, 288, "2023-04-01", "2023-03-27")
                .delivery(20, MENZIS, "2023-04-01", "2023-07-10", PRACTICE, 10)
                .delivery(21, MENZIS, "2023-07-01", "2023-07-10", PRACTICE, 1, "01999902", 20)
                .knownUntil(1, "2023-07-11")
                .holder(1, 1, MENZIS, PRACTICE, "2023-04-01", "2023-07-01", "2023-06-12", "2023-07-11")
                .holder(60, 1, MENZIS, "01999902", "2023-07-01", null, "2023-07-11", "2023-07-11");
        assertEquals(
                List.of("2023-Q2 [RETROACTIVE/PRACTICE/2880] due 2880", "2023-Q3 [REGULAR/PRACTICE/5760] due 5760"),
                run(succeeded.book(), "2023-Q3", "2023-08-01"));
    }

    @Test
    void D46_the_proposal_hash_is_that_of_the_canonical_forms() {
        var line = new Expected(
                new Contract(UUID.fromString("0188af0c-5100-7000-9a53-74edd6a6c00c"), MENZIS, "12345678", null),
                inputs("2023-Q2", 4_198),
                null,
                null,
                Amounts.ZERO,
                List.of(new Part("ION_CORRECTION", "PRACTICE", -3_456)));
        var next = new Expected(
                line.contract(),
                inputs("2023-Q4", 4_260),
                null,
                null,
                Amounts.ZERO,
                List.of(new Part("REGULAR", "PRACTICE", 1_226_880)));
        assertEquals(
                "5231b18ee9749fcbafaaaf1ebb9c7f04f7b8ea521760aed4055a1845513ba71c",
                Written.sha256("proposal|3332|2023-Q4\n" + line.canonical() + next.canonical()));
    }

    @Test
    void D48_digest_and_head_are_those_of_the_canonical_forms() {
        var contract = UUID.fromString("0188af0c-5100-7000-9a53-74edd6a6c00c");
        var one = new Entry(
                UUID.fromString(id(1)),
                1,
                Quarter.parse("2023-Q2"),
                "ION_CORRECTION",
                "PRACTICE",
                "creditor:3332:agb:01999901",
                "scheme:3332",
                3_456,
                MENZIS,
                PRACTICE,
                contract,
                UUID.fromString("0188af0c-5100-7000-9a53-74edd6a6c00d"),
                "");
        var two = new Entry(
                UUID.fromString(id(1)),
                2,
                Quarter.parse("2023-Q4"),
                "REGULAR",
                "PRACTICE",
                "scheme:3332",
                "creditor:3332:agb:01999901",
                1_226_880,
                MENZIS,
                PRACTICE,
                contract,
                UUID.fromString("0188af0c-5100-7000-9a53-74edd6a6c00e"),
                "");
        var digest = Written.sha256(one.canonical() + two.canonical());
        assertEquals("81a4e89e796d66008c7400960bfa538603e4e5707602c61c0eb9b1c307de06b7", digest);
        assertEquals(
                "e3aba7f8b1c2347748c0f0f83349b50fc1100a142f9e62783467b22bd5d6d1fc",
                Hashes.head(Hashes.GENESIS, digest));
    }

    private static Inputs inputs(String quarter, long ion) {
        var source = new Source(UUID.fromString(id(2)), Instant.EPOCH, null);
        return new Inputs(
                Quarter.parse(quarter),
                new Inputs.From<>(PRACTICE, source),
                new Inputs.From<>(ion, source),
                new Inputs.From<>(288L, source),
                java.time.LocalDate.of(2023, 4, 1),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }
}
