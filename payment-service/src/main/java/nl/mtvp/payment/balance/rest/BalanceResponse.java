package nl.mtvp.payment.balance.rest;

import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.ledger.domain.CreditorBalance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the ledger says of a creditor: balance = booked - paidOut + inCollection + moved (D48, D50). */
@Schema(name = "Balance")
public record BalanceResponse(
        Uzovi uzovi,
        @Schema(nullable = true) Agb agb,
        @Schema(nullable = true) String rho,
        @Schema(description = "What is owed to it; below zero it owes") Euro balance,
        @Schema(description = "What runs booked") Euro booked,
        @Schema(description = "What was transferred and did not come back") Euro paidOut,
        @Schema(description = "What was handed over for collection and did not come back") Euro inCollection,
        @Schema(description = "What came from an AGB that it succeeds, less what went to its successor") Euro moved) {

    static BalanceResponse of(CreditorBalance balance) {
        return new BalanceResponse(
                balance.creditor().uzovi(),
                balance.creditor().agb(),
                balance.creditor().rho(),
                new Euro(balance.balance()),
                new Euro(balance.booked()),
                new Euro(balance.paidOut()),
                new Euro(balance.inCollection()),
                new Euro(balance.moved()));
    }
}
