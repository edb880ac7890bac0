package nl.mtvp.contract.ending.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Another end of the contract stands; it is withdrawn before the next is told (D35). */
public class EndingStands extends DomainFailure {

    public EndingStands() {
        super(
                Kind.CONFLICT,
                "ending-stands",
                "another end of this contract stands; withdraw it, while its day has not come, before you tell this one (D35)");
    }
}
