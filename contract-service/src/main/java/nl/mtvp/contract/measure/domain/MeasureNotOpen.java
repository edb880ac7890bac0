package nl.mtvp.contract.measure.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The measure is past the point at which this could be done to it (D34). */
public class MeasureNotOpen extends DomainFailure {

    public MeasureNotOpen(MeasureState state) {
        super(Kind.CONFLICT, "measure-not-open", "it is " + state + " already (D34)");
    }
}
