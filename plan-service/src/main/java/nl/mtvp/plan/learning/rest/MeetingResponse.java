package nl.mtvp.plan.learning.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.learning.domain.Meeting;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A meeting as the report of this number tells of it; {@code reason} says why that one corrects the one before. */
public record MeetingResponse(
        UUID id,
        String rho,
        String region,
        int report,
        LocalDate heldOn,
        List<Agb> practices,
        List<String> interventions,
        String insights,
        @Schema(nullable = true) String reason,
        Instant recordedAt) {

    static MeetingResponse of(Meeting meeting) {
        var report = meeting.report();
        var told = report.told();
        return new MeetingResponse(
                meeting.id(),
                meeting.rho(),
                meeting.region(),
                report.number(),
                told.heldOn(),
                told.practices(),
                told.interventions(),
                told.insights(),
                report.reason(),
                report.recorded().at());
    }
}
