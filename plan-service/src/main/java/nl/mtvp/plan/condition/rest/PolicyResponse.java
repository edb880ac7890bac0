package nl.mtvp.plan.condition.rest;

import java.util.List;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.condition.domain.Condition;
import nl.mtvp.plan.condition.domain.ConditionPolicy;

/** Which conditions an insurer asks of RHOs. @param stated false as long as the default counts: all of them */
public record PolicyResponse(Uzovi uzovi, List<Condition> conditions, boolean stated) {

    static PolicyResponse of(Uzovi uzovi, ConditionPolicy policy) {
        return new PolicyResponse(uzovi, policy.inOrder(), policy.version() > 0);
    }
}
