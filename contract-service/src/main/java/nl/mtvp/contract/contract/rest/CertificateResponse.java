package nl.mtvp.contract.contract.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Certificate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The evidence of an acceptance (D27). */
@Schema(name = "Certificate")
public record CertificateResponse(
        UUID contractId,
        @Schema(description = "SHA-256, in hexadecimal, of the document's canonical JSON (RFC 8785) in UTF-8")
                String digest,
        @JsonRawValue
                @Schema(
                        type = SchemaType.OBJECT,
                        description =
                                "What was offered, affirmed and signed, by whom, for whom, when, and what follows from it;"
                                        + " the very bytes that were hashed")
                String document) {

    static CertificateResponse of(Certificate certificate) {
        return new CertificateResponse(
                certificate.contractId(),
                certificate.digestHex(),
                new String(certificate.document(), StandardCharsets.UTF_8));
    }
}
