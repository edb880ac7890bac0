package nl.mtvp.plan.condition.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which conditions an insurer applies to RHOs (D5). The conditions are CZ's; an insurer that says nothing applies all of
 * them, and each may switch off what it does not ask (Choice).
 *
 * @param version 0 as long as the insurer said nothing
 */
public record ConditionPolicy(Set<Condition> conditions, long version) {

    public static final ConditionPolicy UNSTATED = new ConditionPolicy(EnumSet.allOf(Condition.class), 0);

    public ConditionPolicy {
        conditions = Set.copyOf(conditions);
    }

    /** In the order of the annex. */
    public List<Condition> inOrder() {
        return Arrays.stream(Condition.values()).filter(conditions::contains).toList();
    }
}
