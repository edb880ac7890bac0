package nl.mtvp.plan.condition.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.condition.domain.Condition;
import nl.mtvp.plan.condition.domain.ConditionPolicy;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A version of an insurer's policy, and who stated it (D5). */
@Entity(name = "ConditionPolicy")
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

    @EmbeddedColumnNaming("recorded_%s")
    Deed recorded;

    static ConditionPolicyRow of(Uzovi uzovi, ConditionPolicy policy, Deed recorded) {
        var row = new ConditionPolicyRow();
        row.uzovi = uzovi;
        row.version = policy.version();
        row.conditions =
                policy.conditions().stream().map(Condition::name).sorted().toArray(String[]::new);
        row.recorded = recorded;
        return row;
    }

    ConditionPolicy policy() {
        return new ConditionPolicy(Stream.of(conditions).map(Condition::valueOf).collect(Collectors.toSet()), version);
    }
}
