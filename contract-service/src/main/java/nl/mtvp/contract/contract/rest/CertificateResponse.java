package nl.mtvp.contract.contract.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Certificate;
import nl.mtvp.kernel.feed.FeedEvent;
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
                String document,
        @Schema(description = "What happened to offer and contract, up to now; beside the evidence, not in it")
                List<Happened> timeline) {

    /** Something that was told to the neighbours. */
    @Schema(name = "Happened")
    public record Happened(
            @Schema(examples = "nl.mtvp.contract-accepted.v1", description = "The type of its event in the feed")
                    String event,
            Instant at) {}

    static CertificateResponse of(Certificate certificate, List<FeedEvent> timeline) {
        return new CertificateResponse(
                certificate.contractId(),
                certificate.digest(),
                certificate.frozen().json(),
                timeline.stream()
                        .map(event -> new Happened(event.type(), event.time()))
                        .toList());
    }
}
