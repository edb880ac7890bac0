package nl.mtvp.plan.condition.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.condition.domain.ConditionPolicy;
import nl.mtvp.plan.condition.domain.ConditionRefused;

/** Keeps which conditions insurers apply (D5): every version, of which the newest counts. */
@ApplicationScoped
public class ConditionPolicyRepository implements PanacheRepositoryBase<ConditionPolicyRow, ConditionPolicyRow.Key> {

    public ConditionPolicy policy(Uzovi uzovi) {
        return find("uzovi = ?1 order by version desc", uzovi)
                .firstResultOptional()
                .map(ConditionPolicyRow::policy)
                .orElse(ConditionPolicy.UNSTATED);
    }

    /** @throws ConditionRefused when somebody else stated this version at the same time */
    public void add(Uzovi uzovi, ConditionPolicy policy, Deed recorded) {
        persist(ConditionPolicyRow.of(uzovi, policy, recorded));
        Violations.translating(
                Map.of("policies_follow_each_other", ConditionRefused::policyStatedMeanwhile), this::flush);
    }
}
