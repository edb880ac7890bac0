package nl.mtvp.plan.learning.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.plan.learning.domain.Meeting;
import nl.mtvp.plan.learning.domain.Told;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A meeting as the report of this number tells of it; {@code reason} says why that one corrects the one before. */
@JsonPropertyOrder({
    "id",
    "rho",
    "region",
    "report",
    "heldOn",
    "practices",
    "interventions",
    "insights",
    "reason",
    "recordedAt"
})
public record MeetingResponse(
        UUID id,
        String rho,
        String region,
        int report,
        @JsonUnwrapped Told told,
        @Schema(nullable = true) String reason,
        Instant recordedAt) {

    static MeetingResponse of(Meeting meeting) {
        var report = meeting.report();
        return new MeetingResponse(
                meeting.id(),
                meeting.rho(),
                meeting.region(),
                report.number(),
                report.told(),
                report.reason(),
                report.recorded().at());
    }
}
