package nl.mtvp.payment.entitlement.domain;

import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.threeten.extra.YearQuarter;

/** A contract in a quarter, with the facts that decide what is due for it. */
public record ContractQuarter(UUID contractId, Uzovi uzovi, Facts facts) {

    /** What tells it from all others. */
    public record Key(UUID contractId, YearQuarter quarter) {}

    public Key key() {
        return new Key(contractId, facts.quarter());
    }

    /** Who has the contract on the quarter's peildatum. */
    public Agb agb() {
        return facts.holder().agb();
    }

    /** What is asked about whom; a null asks about all. */
    public record EntitlementQuery(Uzovi uzovi, Agb agb, YearQuarter quarter) {}
}
