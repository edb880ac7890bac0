package nl.mtvp.contract.following;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.function.IntConsumer;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.following.db.FollowingPolicyRepository;
import nl.mtvp.contract.following.domain.FollowingPolicy;
import nl.mtvp.contract.following.domain.PolicyChangedMeanwhile;
import nl.mtvp.contract.party.db.PartyRepository;
import nl.mtvp.contract.party.domain.PartyNotFound;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Uzovi;
import org.jdbi.v3.core.Handle;

/** States and shows how insurers follow (D30). */
@ApplicationScoped
public class FollowingPolicyUseCases {

    private final Transactions transactions;
    private final FollowingPolicyRepository policies;
    private final PartyRepository parties;
    private final Clock clock;

    FollowingPolicyUseCases(
            Transactions transactions, FollowingPolicyRepository policies, PartyRepository parties, Clock clock) {
        this.transactions = transactions;
        this.policies = policies;
        this.parties = parties;
        this.clock = clock;
    }

    /** @throws PartyNotFound if the insurer is not registered */
    public FollowingPolicy of(Uzovi uzovi) {
        return transactions.run(tx -> registered(tx, uzovi));
    }

    /**
     * States how an insurer follows from now on; open proposals keep their waiting time and series.
     *
     * @param seen refuses a version that is not the one which the caller has seen
     * @throws PartyNotFound if the insurer is not registered
     * @throws PolicyChangedMeanwhile if somebody was faster
     */
    public FollowingPolicy state(
            Uzovi uzovi, boolean follows, int waitingWorkingDays, String tariffSeries, IntConsumer seen, Actor actor) {
        return transactions.run(tx -> {
            var before = registered(tx, uzovi);
            seen.accept(before.version());
            var after = new FollowingPolicy(uzovi, before.version() + 1, follows, waitingWorkingDays, tariffSeries);
            policies.put(tx, after, new Signature(actor.subject(), actor.client(), clock.instant()));
            return after;
        });
    }

    private FollowingPolicy registered(Handle tx, Uzovi uzovi) {
        parties.insurer(tx, uzovi).orElseThrow(() -> new PartyNotFound("insurer " + uzovi));
        return policies.of(tx, Set.of(uzovi)).get(uzovi);
    }
}
