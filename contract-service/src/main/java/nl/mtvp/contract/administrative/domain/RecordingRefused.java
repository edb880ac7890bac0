package nl.mtvp.contract.administrative.domain;

import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.NotFound;

/** Why an agreement outside of the portal is not recorded or approved (D22, D24, D25). */
public final class RecordingRefused extends DomainFailure {

    private RecordingRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    private RecordingRefused(Kind kind, String code, String message, List<Fault> faults) {
        super(kind, code, message, faults);
    }

    /** Nobody approves the recording that they wrote themselves: four eyes (D25). */
    public static RecordingRefused ownRecording() {
        return new RecordingRefused(
                Kind.FORBIDDEN,
                "own-recording",
                "you recorded this agreement yourself; somebody else has to approve it (four eyes, D25)");
    }

    /** An agreement becomes a contract once (D25). */
    public static RecordingRefused recordedAlready() {
        return new RecordingRefused(
                Kind.CONFLICT, "recorded-already", "this agreement was approved before and is a contract (D25)");
    }

    /** No recorded agreement with this id is there for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound(
                "administrative-contract-not-found", "there is no administrative contract " + id + " for you");
    }

    /** Something that every contract of the scheme stands on is not there (yet): all of it is named. */
    public static RecordingRefused notPossible(List<Fault> missing) {
        return new RecordingRefused(
                Kind.CONFLICT,
                "administrative-contract-not-possible",
                "the agreement cannot be recorded yet; what is missing is named (D22, D24, D25)",
                missing);
    }
}
