package nl.mtvp.contract.following;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.function.IntConsumer;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.following.db.FollowingPolicyRepository;
import nl.mtvp.contract.following.domain.FollowingPolicy;
import nl.mtvp.contract.following.domain.FollowingRefused;
import nl.mtvp.contract.party.db.InsurerRepository;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Uzovi;

/** States and shows how insurers follow (D30). */
@ApplicationScoped
public class FollowingPolicyUseCases {

    private final FollowingPolicyRepository policies;
    private final InsurerRepository insurers;
    private final Clock clock;

    FollowingPolicyUseCases(FollowingPolicyRepository policies, InsurerRepository insurers, Clock clock) {
        this.policies = policies;
        this.insurers = insurers;
        this.clock = clock;
    }

    /** @throws NotFound if the insurer is not registered */
    @Transactional
    public FollowingPolicy of(Uzovi uzovi) {
        return registered(uzovi);
    }

    /**
     * States how an insurer follows from now on; open proposals keep their waiting time and series.
     *
     * @param seen refuses a version that is not the one which the caller has seen
     * @throws NotFound if the insurer is not registered
     * @throws FollowingRefused if somebody was faster
     */
    @Transactional
    public FollowingPolicy state(
            Uzovi uzovi, boolean follows, int waitingWorkingDays, String tariffSeries, IntConsumer seen, Actor actor) {
        var before = registered(uzovi);
        seen.accept(before.version());
        var after = new FollowingPolicy(uzovi, before.version() + 1, follows, waitingWorkingDays, tariffSeries);
        policies.put(after, Signatures.of(actor, clock.instant()));
        return after;
    }

    private FollowingPolicy registered(Uzovi uzovi) {
        insurers.withCode(uzovi).orElseThrow(() -> PartyRefused.notFound("insurer " + uzovi));
        return policies.of(Set.of(uzovi)).get(uzovi);
    }
}
