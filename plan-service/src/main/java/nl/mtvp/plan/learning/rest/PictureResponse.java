package nl.mtvp.plan.learning.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import nl.mtvp.plan.learning.ParticipationUseCases.Picture;
import nl.mtvp.plan.learning.domain.Compliance.PlanStatus;
import nl.mtvp.plan.learning.domain.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** How a practice stands with an implementation year, from its first day up to {@code until}, on the day {@code asOf}. */
public record PictureResponse(
        Agb agb,
        int year,
        LocalDate from,
        LocalDate until,
        YearQuarter admittedQuarter,
        Plan praktijkplan,
        List<Intervisie> intervisie,
        List<Intervention> interventions,
        List<Missing> missing,
        boolean complete,
        LocalDate asOf) {

    /** The praktijkplan of the year; day and number are null while none is submitted. */
    @Schema(name = "CompliancePlan")
    public record Plan(
            PlanStatus status,
            LocalDate dueOn,
            @Schema(nullable = true) LocalDate submittedOn,
            @Schema(nullable = true) Integer version) {}

    /** A meeting at which the practice was present. */
    @Schema(name = "ComplianceIntervisie")
    public record Intervisie(UUID meetingId, LocalDate heldOn) {}

    /** An intervention that is planned or carried out in the year. */
    @Schema(name = "ComplianceIntervention")
    public record Intervention(
            String code, Kernelement kernelement, boolean planned, List<Participation> participations) {

        static Intervention of(Facts.Carried carried) {
            return new Intervention(
                    carried.code(),
                    carried.kernelement(),
                    carried.planned(),
                    carried.participations().stream()
                            .map(part -> new Participation(part.id(), part.tookPlaceOn()))
                            .toList());
        }
    }

    /** One participation in an intervention. */
    @Schema(name = "ComplianceParticipation")
    public record Participation(UUID id, LocalDate tookPlaceOn) {}

    /** What is missing, and until when it is in time. */
    @Schema(name = "ComplianceMissing")
    public record Missing(String rule, String code, String detail, LocalDate dueOn) {}

    static PictureResponse of(Picture picture) {
        var facts = picture.facts();
        var deadline = facts.deadline();
        return new PictureResponse(
                facts.agb(),
                deadline.year().number(),
                facts.from(),
                facts.until(),
                deadline.quarter(),
                new Plan(
                        PlanStatus.of(deadline.state(picture.asOf())),
                        deadline.dueOn(),
                        deadline.firstSubmittedOn(),
                        facts.version()),
                facts.intervisie().stream()
                        .map(meeting -> new Intervisie(meeting.meetingId(), meeting.heldOn()))
                        .toList(),
                facts.interventions().stream().map(Intervention::of).toList(),
                picture.missing().stream()
                        .map(line -> new Missing(line.rule(), line.code(), line.detail(), line.dueOn()))
                        .toList(),
                picture.missing().isEmpty(),
                picture.asOf());
    }
}
