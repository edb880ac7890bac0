package nl.mtvp.payment.balance.rest;

import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.balance.BalanceUseCases.Due;
import nl.mtvp.payment.entitlement.rest.AmountsResponse;
import nl.mtvp.payment.entitlement.rest.FactsResponse;
import org.threeten.extra.YearQuarter;

/** What is due for a contract in a quarter and what is booked, as known at the moment that was asked for. */
public record EntitlementResponse(
        UUID contractId,
        Uzovi uzovi,
        Agb agb,
        YearQuarter quarter,
        AmountsResponse due,
        AmountsResponse booked,
        FactsResponse inputs) {

    static EntitlementResponse of(Due due) {
        var contract = due.contract();
        return new EntitlementResponse(
                contract.contractId(),
                contract.uzovi(),
                contract.agb(),
                contract.facts().quarter(),
                AmountsResponse.of(due.due()),
                AmountsResponse.of(due.booked()),
                FactsResponse.of(contract.facts()));
    }
}
