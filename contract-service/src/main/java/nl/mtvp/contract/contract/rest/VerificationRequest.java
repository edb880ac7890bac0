package nl.mtvp.contract.contract.rest;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.rest.CanonicalForm;
import nl.mtvp.kernel.rest.Foreseen;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document that claims to be the signed one: as JSON, or its bytes. */
public record VerificationRequest(
        @Schema(nullable = true, type = SchemaType.OBJECT, description = "The document as JSON, in whatever order")
                @CanonicalForm
                Map<String, Object> document,
        @Schema(nullable = true, description = "The document's bytes in base64; they hold one JSON object")
                @Size(max = 500_000)
                String documentBase64)
        implements Foreseen {

    private static final Fault ONE_OF_TWO = Fault.inBody("", "one-of-two", "send either document or documentBase64");

    @Override
    public List<Fault> foreseen(Instant now) {
        return document != null && documentBase64 != null ? List.of(ONE_OF_TWO) : List.of();
    }

    /** @throws InvalidInput if there is not exactly one of the two, or the bytes are no JSON */
    Object toDomain() {
        if ((document == null) == (documentBase64 == null)) {
            throw new InvalidInput(ONE_OF_TWO);
        }
        try {
            return document == null ? CanonicalJson.read(Base64.getDecoder().decode(documentBase64)) : document;
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidInput(Fault.inBody(
                    "/documentBase64", "no-json", "the bytes are no JSON object with a canonical form (RFC 8785)"));
        }
    }
}
