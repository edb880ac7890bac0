package nl.mtvp.contract.contract.rest;

import java.util.List;
import nl.mtvp.contract.contract.domain.Difference;
import nl.mtvp.contract.contract.domain.Verification;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a document is the signed one, and where it differs. */
@Schema(name = "CertificateVerification")
public record VerificationResponse(
        Boolean signed,
        @Schema(description = "SHA-256 of the canonical form of what was given") String digest,
        String certificateDigest,
        List<DifferenceResponse> differences) {

    /** A place where the two differ. */
    @Schema(name = "CertificateDifference")
    public record DifferenceResponse(
            @Schema(examples = "/offer/startsOn", description = "JSON pointer (RFC 6901)") String pointer,
            @Schema(nullable = true, description = "What the signed document has there") Object signed,
            @Schema(nullable = true, description = "What was given there") Object given) {

        static DifferenceResponse of(Difference difference) {
            return new DifferenceResponse(difference.pointer(), difference.signed(), difference.given());
        }
    }

    static VerificationResponse of(Verification verification) {
        return new VerificationResponse(
                verification.signed(),
                verification.digest(),
                verification.certificateDigest(),
                verification.differences().stream().map(DifferenceResponse::of).toList());
    }
}
