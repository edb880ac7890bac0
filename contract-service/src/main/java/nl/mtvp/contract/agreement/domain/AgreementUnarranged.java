package nl.mtvp.contract.agreement.domain;

import java.util.List;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;

/** A contract would overlap an existing agreement for which nothing is arranged (D32). */
public class AgreementUnarranged extends DomainFailure {

    public AgreementUnarranged(List<ExistingAgreement> unarranged) {
        super(
                Kind.CONFLICT,
                "agreement-unarranged",
                "an existing agreement overlaps the contract, and nothing is arranged for it (D32)",
                unarranged.stream().map(AgreementUnarranged::fault).toList());
    }

    /** What is missing for one of them. */
    public static Fault fault(ExistingAgreement agreement) {
        return Fault.inState(
                "existing agreement " + agreement.id(),
                "agreement-unarranged",
                "the existing agreement \"" + agreement.name() + "\" overlaps the contract from "
                        + agreement.valid().from() + " on; arrange an OFFSET, its END, or NONE with a reason (D32)");
    }
}
