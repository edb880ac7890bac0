package nl.mtvp.contract.measure.rest;

import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.MeasureState;
import nl.mtvp.contract.measure.domain.Terms;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clawback as it is shown, with everything that was done about it. */
@Schema(name = "Clawback")
public record ClawbackResponse(
        UUID id,
        UUID contractId,
        MeasureState state,
        LocalDate clawedBackFrom,
        LocalDate clawedBackUntil,
        @Schema(example = "33.33") String percentage,
        String grounds,
        History history) {

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
                History.of(measure));
    }
}
