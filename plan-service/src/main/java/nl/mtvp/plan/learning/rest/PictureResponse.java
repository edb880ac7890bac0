package nl.mtvp.plan.learning.rest;

import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.learning.LearningUseCases.Picture;
import nl.mtvp.plan.learning.domain.Compliance.ComplianceMissing;
import nl.mtvp.plan.learning.domain.Compliance.PlanStatus;
import nl.mtvp.plan.learning.domain.Facts.ComplianceIntervention;
import nl.mtvp.plan.learning.domain.Facts.ComplianceIntervisie;
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
        List<ComplianceIntervisie> intervisie,
        List<ComplianceIntervention> interventions,
        List<ComplianceMissing> missing,
        boolean complete,
        LocalDate asOf) {

    /** The praktijkplan of the year; day and number are null while none is submitted. */
    @Schema(name = "CompliancePlan")
    public record Plan(
            PlanStatus status,
            LocalDate dueOn,
            @Schema(nullable = true) LocalDate submittedOn,
            @Schema(nullable = true) Integer version) {}

    static PictureResponse of(Picture picture) {
        var facts = picture.facts();
        var deadline = facts.deadline();
        return new PictureResponse(
                facts.agb(),
                deadline.year().number(),
                deadline.from(),
                deadline.until(),
                deadline.quarter(),
                new Plan(
                        PlanStatus.of(deadline.state(picture.asOf())),
                        deadline.dueOn(),
                        deadline.firstSubmittedOn(),
                        facts.version()),
                facts.intervisie(),
                facts.interventions(),
                picture.missing(),
                picture.missing().isEmpty(),
                picture.asOf());
    }
}
