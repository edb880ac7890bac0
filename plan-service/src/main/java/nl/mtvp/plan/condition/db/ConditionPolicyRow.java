package nl.mtvp.plan.condition.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.condition.domain.Condition;
import nl.mtvp.plan.condition.domain.ConditionPolicy;
import org.hibernate.annotations.Immutable;

/** A version of an insurer's policy, and who stated it (D5). */
@Entity(name = "ConditionPolicy")
@Table(name = "condition_policy")
@Immutable
@IdClass(ConditionPolicyRow.Key.class)
class ConditionPolicyRow {

    /** The policies of an insurer follow each other. */
    record Key(Uzovi uzovi, long version) {}

    @Id
    Uzovi uzovi;

    @Id
    long version;

    String[] conditions;
    Instant recordedAt;
    String recordedBy;

    static ConditionPolicyRow of(Uzovi uzovi, ConditionPolicy policy, Instant recordedAt, String recordedBy) {
        var row = new ConditionPolicyRow();
        row.uzovi = uzovi;
        row.version = policy.version();
        row.conditions =
                policy.conditions().stream().map(Condition::name).sorted().toArray(String[]::new);
        row.recordedAt = recordedAt;
        row.recordedBy = recordedBy;
        return row;
    }

    ConditionPolicy policy() {
        return new ConditionPolicy(Stream.of(conditions).map(Condition::valueOf).collect(Collectors.toSet()), version);
    }
}
