package nl.mtvp.contract.measure.domain;

import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.NotFound;

/** Why a stop or a clawback is not decided on (D34). */
public final class MeasureRefused extends DomainFailure {

    private MeasureRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    private MeasureRefused(String code, String message, List<Fault> faults) {
        super(Kind.CONFLICT, code, message, faults);
    }

    /** The contract ended since it was proposed, before its first day. */
    public static void unlessItCounts(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new MeasureRefused(
                    "counts-no-more",
                    "the contract ended meanwhile, so this would never count; withdraw it (D34, D41)",
                    faults.stream()
                            .map(fault -> Fault.inState(fault.location(), fault.code(), fault.detail()))
                            .toList());
        }
    }

    /** No stop or clawback with this id is there for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("measure-not-found", "there is no stop or clawback " + id + " for you");
    }

    /** The measure is past the point at which this could be done to it (D34). */
    public static MeasureRefused notOpen(MeasureState state) {
        return new MeasureRefused(
                Kind.CONFLICT,
                "measure-not-open",
                "it is " + state + " already (D34); read it, and propose another one if something else is to happen");
    }

    /** Nobody decides on a stop or a clawback that they proposed themselves: four eyes (D34). */
    public static MeasureRefused ownMeasure() {
        return new MeasureRefused(
                Kind.FORBIDDEN,
                "own-measure",
                "you proposed this yourself; somebody else has to decide on it (four eyes, D34)");
    }

    /** Another stop of the contract stands; one of them is withdrawn before the next is decided. */
    public static MeasureRefused stoppedAlready() {
        return new MeasureRefused(
                Kind.CONFLICT,
                "stopped-already",
                "another stop of this contract stands; withdraw it before you decide on this one (D34)");
    }
}
