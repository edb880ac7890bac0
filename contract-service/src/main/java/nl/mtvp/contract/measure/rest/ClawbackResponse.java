package nl.mtvp.contract.measure.rest;

import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.MeasureState;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.kernel.json.CanonicalJson;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clawback as it is shown, with everything that was done about it. */
@Schema(name = "Clawback")
public record ClawbackResponse(
        UUID id,
        UUID contractId,
        MeasureState state,
        LocalDate clawedBackFrom,
        LocalDate clawedBackUntil,
        @Schema(examples = "33.33") String percentage,
        String grounds,
        History history,
        @Schema(nullable = true, description = "What it was decided on; null while it is not decided")
                Evidence evidence) {

    /** The days and euros that a decision was taken on. */
    @Schema(name = "ClawbackEvidence")
    public record Evidence(
            @Schema(description = "SHA-256 of the document's canonical JSON (RFC 8785) in UTF-8, in hexadecimal")
                    String digest,
            @Schema(
                            type = SchemaType.OBJECT,
                            description = "Terms, coverage, and what it takes per quarter and in all, as it was then")
                    Object document) {

        static Evidence of(Frozen frozen) {
            return new Evidence(frozen.digest(), CanonicalJson.read(frozen.bytes()));
        }
    }

    static ClawbackResponse of(Measure measure) {
        var terms = (Terms.Clawback) measure.terms();
        return new ClawbackResponse(
                measure.id(),
                measure.contractId(),
                measure.state(),
                terms.clawedBackFrom(),
                terms.clawedBackUntil(),
                terms.percentage().toString(),
                measure.grounds(),
                History.of(measure),
                measure.evidence().map(Evidence::of).orElse(null));
    }
}
