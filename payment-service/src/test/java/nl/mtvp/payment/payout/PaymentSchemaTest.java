package nl.mtvp.payment.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.mtvp.kernel.identity.Iban;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.bankaccount.domain.BankAccount;
import nl.mtvp.payment.bankaccount.domain.BankAccount.Address;
import nl.mtvp.payment.payout.file.CreditTransfers;
import nl.mtvp.payment.payout.file.CreditTransfers.Batch;
import nl.mtvp.payment.payout.file.CreditTransfers.Transfer;
import nl.mtvp.payment.payout.file.PaymentSchema;
import nl.mtvp.payment.testing.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D50: what no bank would take is known before anything is booked. */
class PaymentSchemaTest {

    @Test
    void D50_a_file_as_we_write_it_is_taken() {
        assertEquals(Optional.empty(), fault("Huisartsen Zeist", "1", "Zeist", "NL"));
    }

    @ParameterizedTest
    @CsvSource({
        "Huisartsen Zeist, 1, a town of more than thirty-five letters in all, NL",
        "Huisartsen Zeist, ' ', Zeist, NL",
        "Huisartsen Zeist, 1, Zeist, nl"
    })
    void D50_a_file_that_no_bank_takes_is_told_with_its_place(
            String holder, String number, String town, String country) {
        var fault =
                fault(holder, number.equals(" ") ? "" : number, town, country).orElseThrow();
        assertTrue(fault.startsWith("at column "), fault);
    }

    private static Optional<String> fault(String holder, String number, String town, String country) {
        var account = new BankAccount(
                new Iban(Money.iban(1)), holder, new Address("Dorpsstraat", number, "3701 AA", town, country));
        var out = new ByteArrayOutputStream();
        CreditTransfers.write(
                out,
                new Batch(
                        "MTVP-1",
                        Instant.parse("2023-07-10T10:00:00Z"),
                        1,
                        new Euro(1_212_480),
                        LocalDate.parse("2023-07-17"),
                        account),
                List.of(new Transfer("MTVP-1-1", new Euro(1_212_480), account, "MTVP"))
                        .iterator());
        return PaymentSchema.fault(new ByteArrayInputStream(out.toByteArray()));
    }
}
