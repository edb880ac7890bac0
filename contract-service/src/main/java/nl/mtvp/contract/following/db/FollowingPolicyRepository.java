package nl.mtvp.contract.following.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.following.domain.FollowingPolicy;
import nl.mtvp.contract.following.domain.FollowingRefused;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uzovi;

/** How insurers follow, in the database. */
@ApplicationScoped
public class FollowingPolicyRepository implements PanacheRepositoryBase<FollowingPolicyRow, Uzovi> {

    private final Sql sql;

    FollowingPolicyRepository(Sql sql) {
        this.sql = sql;
    }

    /** The policy of each of these insurers, stated or not. */
    public Map<Uzovi, FollowingPolicy> of(Collection<Uzovi> uzovis) {
        var policies = new HashMap<Uzovi, FollowingPolicy>();
        uzovis.forEach(uzovi -> policies.put(uzovi, FollowingPolicy.unstated(uzovi)));
        list("uzovi in ?1", uzovis).stream()
                .map(FollowingPolicyRow::policy)
                .forEach(policy -> policies.put(policy.uzovi(), policy));
        return policies;
    }

    /** @throws FollowingRefused if somebody was faster */
    public void put(FollowingPolicy policy, Signature by) {
        int written = sql.update(
                        """
                        insert into following_policy as p (uzovi, version, follows, waiting_working_days, tariff_series,
                            stated_by, stated_with, stated_at)
                        values (:uzovi, :version, :follows, :waitingWorkingDays, :tariffSeries,
                            :by.subject, :by.client, :by.at)
                        on conflict (uzovi) do update set (version, follows, waiting_working_days, tariff_series,
                            stated_by, stated_with, stated_at) = (excluded.version, excluded.follows,
                            excluded.waiting_working_days, excluded.tariff_series, excluded.stated_by,
                            excluded.stated_with, excluded.stated_at)
                        where p.version = excluded.version - 1
                        """)
                .bindMethods(policy)
                .bindMethods("by", by)
                .execute();
        if (written == 0) {
            throw FollowingRefused.policyChangedMeanwhile();
        }
    }
}
