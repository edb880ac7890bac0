package nl.mtvp.plan.monitoring.rest;

import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.plan.monitoring.MonitoringUseCases;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one line of a file.
 *
 * @param line its number; the header is line 1
 * @param id of the value that was kept, or null
 * @param errors everything that is wrong with the line, or nothing
 */
public record ValueLineResult(
        Integer line, ValueOutcome outcome, @Schema(nullable = true) UUID id, List<Fault> errors) {

    /** The outcomes of a line. */
    public enum ValueOutcome {
        KEPT,
        REFUSED
    }

    static ValueLineResult of(int line, MonitoringUseCases.Outcome outcome) {
        return outcome.id()
                .map(id -> new ValueLineResult(line, ValueOutcome.KEPT, id, List.of()))
                .orElseGet(() -> refused(line, outcome.faults()));
    }

    static ValueLineResult refused(int line, List<Fault> errors) {
        return new ValueLineResult(line, ValueOutcome.REFUSED, null, errors);
    }
}
