package nl.mtvp.plan.praktijkplan.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.mtvp.plan.praktijkplan.domain.PlannedLines;

/** What a new version says about an implementation year, 1 or 2. */
public record PraktijkplanVersionRequest(
        @NotNull @Min(1) @Max(2) Integer year,
        @NotNull @Size(max = 200) List<@NotNull @Valid PlannedRequest> interventions) {

    List<PlannedLines.Line> lines() {
        return interventions.stream().map(PlannedRequest::toDomain).toList();
    }
}
