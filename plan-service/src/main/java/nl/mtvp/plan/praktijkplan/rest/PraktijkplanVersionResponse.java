package nl.mtvp.plan.praktijkplan.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.rest.description.MayBeNull;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import nl.mtvp.plan.praktijkplan.PraktijkplanUseCases.Judged;
import nl.mtvp.plan.praktijkplan.domain.PlanViolation;
import nl.mtvp.plan.praktijkplan.domain.Planned;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanState;
import nl.mtvp.plan.praktijkplan.domain.Staff;
import nl.mtvp.plan.praktijkplan.domain.Support;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a praktijkplan. What has not come yet is null; {@code violations} tells what a draft still misses. */
@MayBeNull({"Staff.hoursPerWeek", "Staff.motivation", "Staff.type"})
public record PraktijkplanVersionResponse(
        UUID id,
        UUID praktijkplanId,
        int number,
        int year,
        PraktijkplanState state,
        UUID regioplanVersionId,
        @Schema(nullable = true) Integer buildsOn,
        List<PlannedResponse> interventions,
        List<PlanViolation> violations,
        Instant createdAt,
        @Schema(nullable = true) Instant submittedAt) {

    /** A planned intervention; {@code supportNote} is null when the regioplan selects it. */
    public record PlannedResponse(
            String code,
            Kernelement kernelement,
            Support support,
            @Schema(nullable = true) String supportNote,
            List<Staff> staff,
            @Schema(nullable = true) String development) {

        static PlannedResponse of(Planned planned) {
            return new PlannedResponse(
                    planned.code(),
                    planned.intervention().kernelement(),
                    planned.support(),
                    planned.support() == Support.OWN_EXTRA ? Support.EXTRA_NOTE : null,
                    planned.staff(),
                    planned.development());
        }
    }

    static PraktijkplanVersionResponse of(Judged judged) {
        var version = judged.version();
        return new PraktijkplanVersionResponse(
                version.id(),
                version.praktijkplanId(),
                version.number(),
                version.plan().year().number(),
                version.state(),
                version.regioplanVersionId(),
                version.buildsOn(),
                version.plan().interventions().stream().map(PlannedResponse::of).toList(),
                judged.violations(),
                version.createdAt(),
                version.submittedAt());
    }
}
