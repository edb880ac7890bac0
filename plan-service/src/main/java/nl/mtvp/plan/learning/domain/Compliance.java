package nl.mtvp.plan.learning.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mtvp.plan.praktijkplan.domain.Deadline;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;

/**
 * What an implementation year still misses (D12): intervisie at least once, a praktijkplan (D9, D11), and participation in
 * each planned intervention. Until its last day each can still come; nothing of it stops anything by itself.
 */
public final class Compliance {

    private static final String RULE = "D12";

    /**
     * One thing that is missing.
     *
     * @param dueOn the last day on which it is in time
     */
    public record ComplianceMissing(String rule, String code, String detail, LocalDate dueOn) {}

    private Compliance() {}

    /** Everything that is missing on a day; nothing when the year is complete. */
    public static List<ComplianceMissing> missing(Facts facts, LocalDate today) {
        return Stream.of(praktijkplan(facts, today).stream(), intervisie(facts).stream(), participation(facts))
                .flatMap(part -> part)
                .toList();
    }

    private static Optional<ComplianceMissing> praktijkplan(Facts facts, LocalDate today) {
        var deadline = facts.deadline();
        var rule = deadline.year() == ImplementationYear.FIRST ? "D11" : "D9";
        var detail = "the praktijkplan of year " + deadline.year().number() + " is not submitted";
        return switch (deadline.state(today)) {
            case OVERDUE -> Optional.of(new ComplianceMissing(rule, "praktijkplan-overdue", detail, deadline.dueOn()));
            case OPEN -> Optional.of(new ComplianceMissing(rule, "praktijkplan-missing", detail, deadline.dueOn()));
            case SUBMITTED, SUBMITTED_LATE -> Optional.empty();
        };
    }

    private static Optional<ComplianceMissing> intervisie(Facts facts) {
        return facts.intervisie().isEmpty()
                ? Optional.of(new ComplianceMissing(
                        RULE,
                        "intervisie-missing",
                        "the practice was at no intervisie from "
                                + facts.deadline().from() + " on",
                        lastDay(facts)))
                : Optional.empty();
    }

    private static Stream<ComplianceMissing> participation(Facts facts) {
        return facts.interventions().stream()
                .filter(carried -> carried.planned() && carried.participations().isEmpty())
                .map(carried -> new ComplianceMissing(
                        RULE,
                        "participation-missing",
                        carried.code() + " is planned, and no participation in it is recorded",
                        lastDay(facts)));
    }

    private static LocalDate lastDay(Facts facts) {
        return facts.deadline().until().minusDays(1);
    }

    /** How the praktijkplan stands, as neighbours read it. */
    public enum PlanStatus {
        IN_TIME,
        LATE,
        NOT_YET_DUE,
        OVERDUE;

        public static PlanStatus of(Deadline.State state) {
            return switch (state) {
                case SUBMITTED -> IN_TIME;
                case SUBMITTED_LATE -> LATE;
                case OPEN -> NOT_YET_DUE;
                case OVERDUE -> OVERDUE;
            };
        }
    }
}
