package nl.mtvp.payment.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.audit.Tampering;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P11 through the database: whatever a superuser does to entries or seals is found, and named by its place (D48). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class TamperingTest {

    private static final String UZOVI = "2425";
    private static final int PRACTICES = 6;
    private static final PaymentApi API = new PaymentApi(UZOVI);

    private static boolean booked;

    @Inject
    ContractEvents contracts;

    /** Three postings: six payments; six payments and a correction; six payments. */
    @BeforeEach
    void book() {
        TestClock.at("2024-01-10");
        if (booked) {
            return;
        }
        var ion = new TreeMap<String, Integer>();
        for (int practice = 1; practice <= PRACTICES; practice++) {
            var agb = "01" + UZOVI + "0" + practice;
            contracts.accepted(UZOVI, agb, "2023-07-01");
            ion.put(agb, 10 * practice);
        }
        API.tariff("2023-04-01", "2.88");
        List.of("2023-07-01", "2023-10-01", "2024-01-01").forEach(day -> API.deliver(day, Registrations.of(ion)));
        API.run("2023-Q3");
        ion.put("01" + UZOVI + "01", 9);
        API.deliver("2023-07-01", Registrations.of(ion));
        API.run("2023-Q4");
        API.run("2024-Q1");
        booked = true;
    }

    /** What is done, to which posting, and the entry that must be named; none when the posting is all that can be told. */
    private record Deed(String sql, int posting, Integer entry) {}

    @Test
    void P11_any_deed_is_found_and_its_place_named() {
        String head = verified(null).getString("head");
        assertTrue(verified(head).getBoolean("intact"));
        long seed = Long.getLong("mtvp.seed", System.nanoTime());
        var random = new Random(seed);
        for (int deeds = Scale.of(24, 300); deeds > 0; deeds--) {
            var deed = deed(random, deeds);
            var told = "seed " + seed + ": " + deed;
            Tampering.with(List.of("ledger_entry", "posting"), deed.sql(), () -> found(verified(head), deed, told));
        }
        assertTrue(verified(head).getBoolean("intact"));
    }

    private static void found(JsonPath verified, Deed deed, String told) {
        assertEquals(false, verified.getBoolean("intact"), told);
        List<Map<String, Object>> breaks = verified.getList("breaks");
        assertTrue(
                breaks.stream()
                        .anyMatch(broken -> deed.posting() == (int) broken.get("postingNumber")
                                && (deed.entry() == null || deed.entry().equals(broken.get("entryNumber")))),
                told + ": " + breaks);
    }

    private static Deed deed(Random random, int kind) {
        int posting = 1 + random.nextInt(3);
        int entry = 1 + random.nextInt(PRACTICES);
        var entries = "where posting_id = (select id from posting where uzovi = '" + UZOVI + "' and number = " + posting
                + ")";
        var one = entries + " and number = " + entry;
        var seal = "where uzovi = '" + UZOVI + "' and number = " + posting;
        return switch (kind % 12) {
            case 0 ->
                new Deed(
                        "update ledger_entry set cents = cents + " + (1 + random.nextInt(9)) + " " + one,
                        posting,
                        entry);
            case 1 ->
                new Deed("update ledger_entry set quarter = quarter + interval '3 months' " + one, posting, entry);
            case 2 -> new Deed("update ledger_entry set cause = 'SHARE' " + one, posting, entry);
            case 3 -> new Deed("update ledger_entry set debit = credit, credit = debit " + one, posting, entry);
            case 4 ->
                new Deed(
                        "update ledger_entry set " + (random.nextBoolean() ? "line_id" : "contract_id")
                                + " = cast('0' || substr(md5(random()::text), 2) as uuid) " + one,
                        posting,
                        entry);
            case 5 -> new Deed("delete from ledger_entry " + one, posting, entry);
            case 6 ->
                new Deed(
                        "update ledger_entry set number = case number when 1 then 1001 else 1 end " + entries
                                + " and number in (1, " + (1 + random.nextInt(PRACTICES)) + ")",
                        posting,
                        1);
            case 7 ->
                new Deed(
                        "insert into ledger_entry (posting_id, number, uzovi, agb, contract_id, quarter, cause, component, debit,"
                                + " credit, cents, line_id) select posting_id, 8, uzovi, agb, contract_id, quarter, cause,"
                                + " component, debit, credit, cents, line_id from ledger_entry " + one,
                        posting,
                        8);
            case 8 -> new Deed("update posting set entries = entries + 1 " + seal, posting, null);
            case 9 -> new Deed("delete from posting " + seal, posting, null);
            case 10 ->
                new Deed(
                        "update posting set digest = sha256(digest || digest),"
                                + " head = sha256(previous_head || sha256(digest || digest)) "
                                + seal,
                        posting,
                        null);
            default ->
                new Deed(
                        "update posting set number = number + 10, previous_head = sha256(head || head),"
                                + " head = sha256(sha256(head || head) || digest) "
                                + seal,
                        posting,
                        null);
        };
    }

    private static JsonPath verified(String head) {
        var request = new TreeMap<String, Object>(Map.of("uzovi", UZOVI));
        if (head != null) {
            request.put("head", head);
        }
        return API.auditor()
                .contentType(ContentType.JSON)
                .body(request)
                .post("/v1/postings/verifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
