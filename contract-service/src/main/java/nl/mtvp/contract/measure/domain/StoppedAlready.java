package nl.mtvp.contract.measure.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Another stop of the contract stands; one of them is withdrawn before the next is decided. */
public class StoppedAlready extends DomainFailure {

    public StoppedAlready() {
        super(
                Kind.CONFLICT,
                "stopped-already",
                "another stop of this contract stands; withdraw it before you decide on this one (D34)");
    }
}
