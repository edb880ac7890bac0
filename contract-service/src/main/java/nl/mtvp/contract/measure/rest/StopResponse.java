package nl.mtvp.contract.measure.rest;

import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.MeasureState;
import nl.mtvp.contract.measure.domain.Terms;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stop as it is shown, with everything that was done about it. */
@Schema(name = "Stop")
public record StopResponse(
        UUID id,
        UUID contractId,
        MeasureState state,
        LocalDate stoppedFrom,
        LocalDate hearingOpenedOn,
        String grounds,
        History history) {

    static StopResponse of(Measure measure) {
        var terms = (Terms.Stop) measure.terms();
        return new StopResponse(
                measure.id(),
                measure.contractId(),
                measure.state(),
                terms.stoppedFrom(),
                terms.hearingOpenedOn(),
                measure.grounds(),
                History.of(measure));
    }
}
