package nl.mtvp.contract.agreement.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;

/** Why an existing agreement or an offset is not taken (D32). */
public final class AgreementRefused extends DomainFailure {

    private AgreementRefused(String code, String message) {
        super(Kind.CONFLICT, code, message);
    }

    /** No existing agreement, or offset of a contract, with this id is there for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("agreement-not-found", "there is no existing agreement or offset " + id + " for you");
    }

    /** A pair has one existing agreement on any day (D32). */
    public static AgreementRefused overlaps() {
        return new AgreementRefused(
                "agreement-overlaps",
                "an existing agreement of this pair is registered for some of these days; register what is paid on a"
                        + " day as one (D32)");
    }

    /** A withdrawn agreement is neither arranged, corrected nor withdrawn any more (D32). */
    public static AgreementRefused withdrawn() {
        return new AgreementRefused(
                "agreement-withdrawn",
                "this agreement was withdrawn; look at the one that replaced it, or register it anew (D32)");
    }
}
