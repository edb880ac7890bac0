package nl.mtvp.payment.tariff.domain;

import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;

/** A proposed tariff means something else by now than what its approver was shown (D37). */
public class TariffChanged extends DomainFailure {

    /** @param lowers whether it lowers the tariff of contracted days now */
    public TariffChanged(UUID id, boolean lowers) {
        super(
                Kind.CONFLICT,
                "tariff-changed",
                "what was approved since tariff " + id + " was proposed changes what it means: it "
                        + (lowers ? "lowers" : "no longer lowers")
                        + " the tariff of days for which contracts are known. Propose it anew, and it shows so (D37)",
                List.of(Fault.inState(
                        "lowersContractedDays", "changed", "was " + !lowers + " when it was proposed, is " + lowers)));
    }
}
