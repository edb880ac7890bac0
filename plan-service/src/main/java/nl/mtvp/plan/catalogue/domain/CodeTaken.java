package nl.mtvp.plan.catalogue.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The catalogue has the code already (D1). */
public class CodeTaken extends DomainFailure {

    public CodeTaken(String code) {
        super(
                Kind.CONFLICT,
                "code-taken",
                "D1: the catalogue has an intervention " + code + " already; give this one another code");
    }
}
