package nl.mtvp.contract.administrative.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Nobody approves the recording that they wrote themselves: four eyes (D25). */
public class OwnRecording extends DomainFailure {

    public OwnRecording() {
        super(
                Kind.FORBIDDEN,
                "own-recording",
                "you recorded this agreement yourself; somebody else has to approve it (four eyes, D25)");
    }
}
