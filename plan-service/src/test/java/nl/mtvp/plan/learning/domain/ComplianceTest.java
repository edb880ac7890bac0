package nl.mtvp.plan.learning.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import nl.mtvp.plan.learning.domain.Compliance.ComplianceMissing;
import nl.mtvp.plan.learning.domain.Facts.ComplianceIntervention;
import nl.mtvp.plan.learning.domain.Facts.ComplianceIntervisie;
import nl.mtvp.plan.learning.domain.Facts.ComplianceParticipation;
import nl.mtvp.plan.praktijkplan.domain.Deadline;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

class ComplianceTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2024, 3, 31);

    @Test
    void D12_a_practice_that_did_what_it_planned_and_was_at_intervisie_misses_nothing() {
        assertEquals(List.of(), missing(LocalDate.of(2023, 6, 30), meeting(), carried("AW-01", true, part())));
    }

    @Test
    void D12_a_practice_without_intervisie_misses_it_until_the_years_last_day() {
        assertEquals(
                List.of(new ComplianceMissing(
                        "D12", "intervisie-missing", "the practice was at no intervisie from 2023-04-01 on", LAST_DAY)),
                missing(LocalDate.of(2023, 6, 30), List.of(), carried("AW-01", true, part())));
    }

    @Test
    void D12_each_planned_intervention_without_participation_is_missing_and_what_is_not_planned_never() {
        var missing = Compliance.missing(
                new Facts(
                        deadline(LocalDate.of(2023, 6, 30)),
                        1,
                        meeting(),
                        List.of(
                                carried("AW-01", true, List.of()),
                                carried("AW-02", false, List.of()),
                                carried("GG-01", true, List.of()))),
                LocalDate.of(2023, 7, 1));
        assertEquals(
                List.of("AW-01", "GG-01"),
                missing.stream().map(line -> line.detail().substring(0, 5)).toList());
        assertEquals(
                List.of("participation-missing", "participation-missing"),
                missing.stream().map(ComplianceMissing::code).toList());
    }

    @Test
    void D11_a_plan_is_missing_until_its_deadline_and_overdue_after_that() {
        var facts = new Facts(deadline(null), null, meeting(), List.of());
        assertEquals("praktijkplan-missing", only(facts, "2023-06-30").code());
        assertEquals("praktijkplan-overdue", only(facts, "2023-07-01").code());
        assertEquals("D11", only(facts, "2023-07-01").rule());
        assertEquals(LocalDate.of(2023, 6, 30), only(facts, "2023-07-01").dueOn());
    }

    @Test
    void D8_the_years_are_the_four_quarters_from_the_admitted_one_and_the_next_four() {
        var admitted = YearQuarter.of(2023, 3);
        assertEquals(LocalDate.of(2023, 7, 1), ImplementationYear.FIRST.from(admitted));
        assertEquals(LocalDate.of(2024, 7, 1), ImplementationYear.FIRST.until(admitted));
        assertEquals(LocalDate.of(2024, 7, 1), ImplementationYear.SECOND.from(admitted));
        assertEquals(LocalDate.of(2025, 7, 1), ImplementationYear.SECOND.until(admitted));
    }

    private static ComplianceMissing only(Facts facts, String day) {
        var missing = Compliance.missing(facts, LocalDate.parse(day));
        assertEquals(1, missing.size());
        return missing.get(0);
    }

    private static List<ComplianceMissing> missing(
            LocalDate submittedOn, List<ComplianceIntervisie> intervisie, ComplianceIntervention carried) {
        return Compliance.missing(
                new Facts(deadline(submittedOn), 1, intervisie, List.of(carried)), LocalDate.of(2023, 12, 31));
    }

    private static Deadline deadline(LocalDate submittedOn) {
        return new Deadline(
                new UUID(0, 1),
                new Agb("01999901"),
                "Utrecht",
                "UNICUM",
                YearQuarter.of(2023, 2),
                ImplementationYear.FIRST,
                submittedOn);
    }

    private static List<ComplianceIntervisie> meeting() {
        return List.of(new ComplianceIntervisie(new UUID(0, 2), LocalDate.of(2023, 5, 1)));
    }

    private static ComplianceIntervention carried(String code, boolean planned, List<ComplianceParticipation> parts) {
        return new ComplianceIntervention(code, Kernelement.ANDERS_WERKEN, planned, parts);
    }

    private static List<ComplianceParticipation> part() {
        return List.of(new ComplianceParticipation(new UUID(0, 3), LocalDate.of(2023, 5, 2)));
    }
}
