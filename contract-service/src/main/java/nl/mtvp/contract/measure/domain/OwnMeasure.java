package nl.mtvp.contract.measure.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Nobody decides on a stop or a clawback that they proposed themselves: four eyes (D34). */
public class OwnMeasure extends DomainFailure {

    public OwnMeasure() {
        super(
                Kind.FORBIDDEN,
                "own-measure",
                "you proposed this yourself; somebody else has to decide on it (four eyes, D34)");
    }
}
