package nl.mtvp.payment.balance.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.payment.ledger.domain.CreditorBalance;
import nl.mtvp.payment.receivable.ReceivableUseCases.Debtor;
import nl.mtvp.payment.receivable.domain.Receivables.OpenReceivable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** What a creditor owes: in all, and of which posting how much, oldest first (D50). */
@Schema(name = "Receivable")
public record ReceivableResponse(
        Uzovi uzovi,
        @Schema(nullable = true) Agb agb,
        @Schema(nullable = true) String rho,
        @Schema(description = "What later runs settle before anything is transferred, in euro") Euro open,
        @Schema(description = "What was handed over for collection and is not netted, in euro") Euro inCollection,
        List<ItemResponse> items) {

    /** What is open of one posting. */
    @Schema(name = "ReceivableItem")
    public record ItemResponse(
            UUID postingId,
            Long postingNumber,
            Instant bookedAt,
            YearQuarter bookedIn,
            Euro amount,
            @Schema(description = "How many days ago it was booked") Long ageInDays,
            @Schema(description = "The day from which it is handed over for collection") LocalDate collectedFrom) {

        static ItemResponse of(OpenReceivable open, LocalDate day) {
            return new ItemResponse(
                    open.postingId(),
                    open.postingNumber(),
                    open.bookedAt(),
                    open.bookedIn(),
                    new Euro(open.cents()),
                    ChronoUnit.DAYS.between(open.bookedOn(), day),
                    open.collectedFrom());
        }
    }

    static ReceivableResponse of(Debtor debtor) {
        CreditorBalance balance = debtor.balance();
        var day = SuiteClock.day(debtor.asOf());
        return new ReceivableResponse(
                balance.creditor().uzovi(),
                balance.creditor().agb(),
                balance.creditor().rho(),
                new Euro(debtor.receivables().openCents()),
                new Euro(balance.inCollection()),
                debtor.receivables().open().stream()
                        .map(open -> ItemResponse.of(open, day))
                        .toList());
    }
}
