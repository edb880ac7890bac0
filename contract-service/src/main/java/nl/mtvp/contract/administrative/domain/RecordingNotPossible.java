package nl.mtvp.contract.administrative.domain;

import java.util.List;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;

/** Something that every contract of the scheme stands on is not there (yet): all of it is named. */
public class RecordingNotPossible extends DomainFailure {

    public RecordingNotPossible(List<Fault> missing) {
        super(
                Kind.CONFLICT,
                "administrative-contract-not-possible",
                "the agreement cannot be recorded yet; what is missing is named (D22, D24, D25)",
                missing);
    }
}
