package nl.mtvp.payment.payout;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.testing.OpenTransaction;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.payout.db.PayoutFileRepository;
import nl.mtvp.payment.payout.db.PayoutRepository;
import nl.mtvp.payment.testing.Bookings;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.Money;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.PaymentFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D50, D51: who is paid on which account on which day and what the file says of it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class PayoutGuardsTest {

    @Inject
    Bookings bookings;

    @Inject
    ContractEvents contracts;

    @Inject
    PayoutRepository payouts;

    @Inject
    PayoutFileRepository files;

    @Inject
    Sql sql;

    private TestClock clock;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2023-07-03");
    }

    @Test
    void D50_the_file_counts_and_dates_transfers_and_leaves_out_who_is_held() {
        var money = new Money("7240");
        money.account(null, "2023-07-01", Money.iban(7240));
        money.account("01724001", "2023-07-01", Money.iban(1));
        var paid = contracts.accepted("7240", "01724001", "2023-07-01");
        var held = contracts.accepted("7240", "01724002", "2023-07-01");
        bookings.run("7240", Map.of(paid, 1_00L, held, 2_00L));
        clock.moveTo("2023-07-12");
        String id = money.makePayout().statusCode(201).extract().path("id");
        money.recordReturn(id, 1).statusCode(404);
        String executionOn = money.approvePayout(id).statusCode(201).extract().path("executionOn");
        money.withdrawPayout(id).statusCode(409).body("type", is("urn:mtvp:problem:payout-not-open"));
        money.recordReturn(id, 2).statusCode(404);
        var bytes = money.file(id);
        var file = PaymentFile.of(bytes);
        assertEquals(List.of("1", "1"), file.texts("NbOfTxs"));
        assertEquals(List.of("1.00", "1.00"), file.texts("CtrlSum"));
        assertEquals(List.of(executionOn), file.texts("Dt"));
        assertEquals(List.of("MTVP-7240-2"), file.texts("MsgId"));
        assertEquals(List.of(Money.iban(7240), Money.iban(1)), file.texts("IBAN"));
        var digest = Base64.getEncoder().encodeToString(Digests.sha256(bytes));
        new PaymentApi("7240")
                .buyer()
                .get("/v1/payouts/{id}/pain.001", id)
                .then()
                .header("Repr-Digest", "sha-256=:" + digest + ":");
    }

    @Test
    void D51_an_account_is_paid_on_and_from_on_its_own_days_only() {
        var money = new Money("7241");
        money.account(null, "2023-07-01", Money.iban(1));
        money.account("01724101", "2023-07-01", Money.iban(2));
        var moving = contracts.accepted("7241", "01724101", "2023-07-01");
        var later = contracts.accepted("7241", "01724102", "2023-07-01");
        bookings.run("7241", Map.of(moving, 1_00L, later, 2_00L));
        clock.moveTo("2023-07-10");
        money.account(null, "2023-09-01", Money.iban(3));
        money.account("01724101", "2023-09-01", Money.iban(4));
        money.account("01724102", "2023-09-01", Money.iban(5));
        clock.moveTo("2023-07-20");
        assertPaid(money, "2023-07-20", 1, 2);
        bookings.run("7241", Map.of(moving, 3_00L));
        // The bank transfers on 31 August what is approved on the 24th, and on 1 September what is approved a day
        // later.
        clock.moveTo("2023-08-24");
        String id = money.makePayout().statusCode(201).extract().path("id");
        clock.moveTo("2023-08-25");
        money.approvePayout(id).statusCode(409).body("type", is("urn:mtvp:problem:accounts-changed"));
        money.withdrawPayout(id).statusCode(201);
        assertPaid(money, "2023-08-25", 3, 4, 5);
    }

    private void assertPaid(Money money, String day, int... ibans) {
        String id = money.payout().extract().path("id");
        assertEquals(
                Arrays.stream(ibans).mapToObj(Money::iban).toList(),
                PaymentFile.of(money.file(id)).texts("IBAN"),
                "on " + day);
    }

    @Test
    void D51_a_payout_is_void_when_the_insurers_own_account_changes() {
        var money = owing("7247");
        String id = money.makePayout().statusCode(201).extract().path("id");
        money.account(null, "2023-07-01", Money.iban(7248));
        money.approvePayout(id).statusCode(409).body("type", is("urn:mtvp:problem:accounts-changed"));
    }

    @Test
    void D50_a_payout_tells_the_runs_that_no_booked_one_told() {
        var money = owing("7249");
        String id = money.makePayout()
                .statusCode(201)
                .body("runIds", hasSize(1))
                .extract()
                .path("id");
        money.withdrawPayout(id).statusCode(201);
        bookings.run("7249", Map.of(contracts.accepted("7249", "01724901", "2023-07-01"), 1_00L));
        String booked = money.payout()
                .body("total", is("6.00"))
                .body("runIds", hasSize(2))
                .extract()
                .path("id");
        money.recordReturn(booked, 1).statusCode(201);
        money.makePayout().body("runIds", empty());
    }

    @Test
    void D51_an_iban_cools_once_for_each_creditor() {
        var money = new Money("7242");
        money.account(null, "2023-07-01", Money.iban(7242));
        money.account("01724201", "2023-07-01", Money.iban(1));
        var moved = contracts.accepted("7242", "01724201", "2023-07-01");
        var other = contracts.accepted("7242", "01724202", "2023-07-01");
        bookings.run("7242", Map.of(moved, 1_00L, other, 2_00L));
        clock.moveTo("2023-07-12");
        // Another address, the same account; and the same account for somebody else.
        money.account("01724201", "2023-07-12", Money.iban(1));
        money.account("01724202", "2023-07-01", Money.iban(1));
        String id = money.payout().body("total", is("1.00")).extract().path("id");
        money.lines(id).body("held", contains(nullValue(), is("COOLING")));
    }

    @Test
    void D50_a_file_of_several_pieces_is_read_as_it_was_written() {
        var money = owing("7243");
        var id = UUID.fromString(money.makePayout().statusCode(201).extract().path("id"));
        var bytes = new byte[600_001];
        new Random(7243).nextBytes(bytes);
        try (var dropped = new OpenTransaction()) {
            dropped.perform(() -> madeAndRead(id, bytes));
        }
    }

    private void madeAndRead(UUID id, byte[] bytes) {
        var payout = payouts.find(id, Visibility.EVERYTHING).orElseThrow();
        var file = files.make(payout, (out, transfers) -> {
            try {
                for (int at = 0; at < 300_000; at++) {
                    out.write(bytes[at]);
                }
                out.write(bytes, 300_000, bytes.length - 300_000);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
        var read = new ByteArrayOutputStream();
        files.read(id, read);
        assertArrayEquals(bytes, read.toByteArray());
        assertEquals(List.of(262_144, 262_144, 75_713), pieces(id));
        assertEquals(bytes.length, file.size());
        assertEquals(HexFormat.of().formatHex(Digests.sha256(bytes)), file.digest());
    }

    private List<Integer> pieces(UUID payout) {
        return sql.query("select length(content) from payout_file_piece where payout_id = :payout order by number")
                .bind("payout", payout)
                .mapTo(Integer.class)
                .list();
    }

    private Money owing(String uzovi) {
        var money = new Money(uzovi);
        money.account(null, "2023-07-01", Money.iban(Integer.parseInt(uzovi)));
        money.account("01" + uzovi + "01", "2023-07-01", Money.iban(1));
        bookings.run(uzovi, Map.of(contracts.accepted(uzovi, "01" + uzovi + "01", "2023-07-01"), 5_00L));
        clock.moveTo("2023-07-12");
        return money;
    }
}
