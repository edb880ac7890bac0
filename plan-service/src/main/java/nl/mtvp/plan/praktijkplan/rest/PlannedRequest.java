package nl.mtvp.plan.praktijkplan.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.plan.praktijkplan.domain.Planned;
import nl.mtvp.plan.praktijkplan.domain.Staff;

/**
 * A planned intervention. Extra staff is told for UITBREIDING_CAPACITEIT only (D8), development for what is developed
 * further in year 2 (D9).
 */
public record PlannedRequest(
        @NotNull @Size(max = 20) @OneLine String code,
        @Size(max = 20) List<@NotNull @Valid StaffRequest> staff,
        @Size(max = 5_000) String development) {

    /** Extra staff; a draft may tell it in part. */
    public record StaffRequest(
            @Size(max = 200) @OneLine String type,
            @Min(1) @Max(1_000) Integer hoursPerWeek,
            @Size(max = 5_000) String motivation) {}

    Planned.Line toDomain() {
        var told = staff == null
                ? List.<Staff>of()
                : staff.stream()
                        .map(line -> new Staff(line.type(), line.hoursPerWeek(), line.motivation()))
                        .toList();
        return new Planned.Line(code, told, development);
    }
}
