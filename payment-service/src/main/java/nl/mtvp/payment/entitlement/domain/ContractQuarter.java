package nl.mtvp.payment.entitlement.domain;

import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** A contract in a quarter, with the facts that decide what is due for it. */
public record ContractQuarter(UUID contractId, Uzovi uzovi, Facts facts) {

    /** Who has the contract on the quarter's peildatum. */
    public Agb agb() {
        return facts.holder().agb();
    }
}
