package nl.mtvp.plan.praktijkplan.domain;

import java.util.List;
import nl.mtvp.kernel.failure.Fault;

/**
 * A rule of the growth model that a plan does not meet.
 *
 * @param rule its number, like {@code D8}
 * @param subject the kernelement or the code of the intervention that it is about
 * @param code stable, kebab-case, part of the API
 * @param mend what would mend it
 */
public record PlanViolation(String rule, String subject, String code, String mend) {

    /** It, unless the rule is met. */
    static List<PlanViolation> unless(boolean met, String rule, String subject, String code, String mend) {
        return met ? List.of() : List.of(new PlanViolation(rule, subject, code, mend));
    }

    public Fault toFault() {
        return Fault.inState(subject, code, rule + ": " + mend);
    }
}
