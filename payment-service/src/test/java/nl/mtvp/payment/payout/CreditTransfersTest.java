package nl.mtvp.payment.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Iban;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.bankaccount.domain.BankAccount;
import nl.mtvp.payment.bankaccount.domain.BankAccount.Address;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.payout.domain.Held;
import nl.mtvp.payment.payout.domain.Payout;
import nl.mtvp.payment.payout.domain.PayoutLine;
import nl.mtvp.payment.payout.domain.PayoutLine.Owed;
import nl.mtvp.payment.payout.file.CreditTransfers;
import nl.mtvp.payment.payout.file.CreditTransfers.Batch;
import nl.mtvp.payment.payout.file.CreditTransfers.Transfer;
import nl.mtvp.payment.testing.Money;
import nl.mtvp.payment.testing.PaymentFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.YearQuarter;

/** D50: who is transferred what, and the file in which the bank reads it. */
class CreditTransfersTest {

    private static final Instant NOW = Instant.parse("2023-07-10T10:00:00.123456Z");
    private static final Uzovi UZOVI = new Uzovi("3332");
    private static final YearQuarter QUARTER = YearQuarter.of(2023, 3);
    private static final LocalDate TODAY = LocalDate.of(2023, 7, 10);

    @Test
    void D50_a_file_is_valid_by_the_official_schema_and_holds_what_it_says() {
        var file = PaymentFile.of(written(List.of(
                new Transfer(
                        "MTVP-3332-2-1", new Euro(10_579_90), account(1, "Huisartsen De Linde & Zoon"), "MTVP 2-1"),
                new Transfer("MTVP-3332-2-2", new Euro(1), account(2, "Praktijk Één <nieuw>"), "MTVP 2-2"))));
        assertEquals(List.of("2", "2"), file.texts("NbOfTxs"));
        assertEquals(List.of("10579.91", "10579.91"), file.texts("CtrlSum"));
        assertEquals(List.of("10579.90", "0.01"), file.texts("InstdAmt"));
        assertEquals(List.of("SLEV"), file.texts("ChrgBr"));
        assertEquals(List.of("SEPA"), file.texts("Cd"));
        assertEquals(List.of("2023-07-17"), file.texts("Dt"));
        assertEquals(List.of("2023-07-10T10:00:00Z"), file.texts("CreDtTm"));
        assertEquals(List.of("MTVP-3332-2-1", "MTVP-3332-2-2"), file.texts("EndToEndId"));
        assertEquals(List.of(Money.iban(9), Money.iban(1), Money.iban(2)), file.texts("IBAN"));
        assertEquals(List.of("IJsselstein", "IJsselstein", "IJsselstein"), file.texts("TwnNm"));
        assertEquals(
                List.of("Verzekeraar", "Verzekeraar", "Huisartsen De Linde + Zoon", "Praktijk Een (nieuw)"),
                file.texts("Nm"));
    }

    @Test
    void a_file_that_is_not_valid_is_found_out() {
        var bytes = new String(written(List.of()), StandardCharsets.UTF_8);
        assertThrows(AssertionError.class, () -> PaymentFile.of(bytes.getBytes(StandardCharsets.UTF_8)));
        var whole = new String(
                written(List.of(new Transfer("a", new Euro(1), account(1, "b"), "c"))), StandardCharsets.UTF_8);
        for (var broken : List.of(
                whole.replace("<ChrgBr>SLEV", "<ChrgBr>FREE"),
                whole.replace("<EndToEndId>a", "<EndToEndId>" + "a".repeat(36)),
                whole.replaceAll("<Ctry>NL</Ctry>", "<Land>NL</Land>"))) {
            assertThrows(AssertionError.class, () -> PaymentFile.of(broken.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void D50_a_transfer_is_never_zero_or_less(long cents) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PayoutLine(1, practice("01999901"), cents, new UUID(0, 1), null));
    }

    @Test
    void D50_D51_who_has_no_account_or_a_new_one_or_one_that_no_bank_takes_is_held_and_transfers_come_first() {
        var lines = PayoutLine.of(
                List.of(
                        new Owed(practice("01999901"), 1, null, null, false, false),
                        new Owed(practice("01999902"), 2, new UUID(0, 2), LocalDate.of(2023, 7, 3), true, false),
                        new Owed(practice("01999903"), 3, new UUID(0, 3), LocalDate.of(2023, 7, 4), true, false),
                        new Owed(practice("01999904"), 4, new UUID(0, 4), LocalDate.of(2022, 1, 1), true, false),
                        new Owed(practice("01999905"), 5, new UUID(0, 5), LocalDate.of(2022, 1, 1), false, false),
                        new Owed(practice("01999906"), 6, new UUID(0, 6), LocalDate.of(2022, 1, 1), true, true)),
                TODAY,
                5);
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L, 6L),
                lines.stream().map(PayoutLine::number).toList());
        assertEquals(
                List.of(2L, 4L, 1L, 3L, 5L, 6L),
                lines.stream().map(PayoutLine::cents).toList());
        assertEquals(
                List.of(Held.NO_ACCOUNT, Held.COOLING, Held.ACCOUNT_TEXT, Held.RETURNED),
                lines.stream().skip(2).map(PayoutLine::held).toList());
    }

    @Test
    void D50_an_end_to_end_id_leads_to_its_entry_and_never_outgrows_its_field() {
        var payout = Payout.draft(new UUID(0, 1), UZOVI, 11, QUARTER, new UUID(0, 2), new Deed("a", NOW));
        assertEquals("MTVP-3332-12-42", payout.endToEndId(42));
        assertEquals("MTVP 3332 2023-Q3 MTVP-3332-12", payout.remittance());
        var last = Payout.draft(new UUID(0, 1), UZOVI, 999_999_999_998L, QUARTER, new UUID(0, 2), new Deed("a", NOW));
        assertEquals(35, last.endToEndId(999_999_999_999L).length() + 0, "as long as it may be");
    }

    private static byte[] written(List<Transfer> transfers) {
        var out = new ByteArrayOutputStream();
        var total = transfers.stream().map(Transfer::amount).reduce(Euro.ZERO, Euro::plus);
        CreditTransfers.write(
                out,
                new Batch(
                        "MTVP-3332-2",
                        NOW,
                        transfers.size(),
                        total,
                        LocalDate.of(2023, 7, 17),
                        account(9, "Verzekeraar")),
                transfers.iterator());
        return out.toByteArray();
    }

    private static BankAccount account(int number, String holder) {
        return new BankAccount(
                new Iban(Money.iban(number)),
                holder,
                new Address("Dorpsstraat", "12a", "3401 AB", "IJsselstein", "NL"));
    }

    private static Creditor practice(String agb) {
        return new Creditor(UZOVI, new Agb(agb), null);
    }
}
