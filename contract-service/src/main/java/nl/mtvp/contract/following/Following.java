package nl.mtvp.contract.following;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import nl.mtvp.contract.admission.db.RegioplanRepository;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractMade;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.contract.domain.Origin;
import nl.mtvp.contract.following.db.FollowingRepository;
import nl.mtvp.contract.following.domain.FollowingProposal;
import nl.mtvp.kernel.db.Ids;

/** What follows from a contract, in the transaction that makes it (D30). */
@ApplicationScoped
class Following {

    private final FollowingRepository proposals;
    private final Followers followers;
    private final RegioplanRepository regioplannen;
    private final Clock clock;

    Following(FollowingRepository proposals, Followers followers, RegioplanRepository regioplannen, Clock clock) {
        this.proposals = proposals;
        this.followers = followers;
        this.regioplannen = regioplannen;
        this.clock = clock;
    }

    /**
     * Closes the pair's open proposal, and proposes to the others to follow.
     *
     * @throws ContractRefused if the pair's open proposal was due before this contract was accepted
     */
    @Transactional
    void follow(@Observes ContractMade made) {
        var contract = made.contract();
        proposals
                .lockedOpen(contract.uzovi(), contract.agb())
                .map(open -> open.overtakenBy(contract))
                .ifPresent(overtaken -> proposals.close(overtaken));
        if (made.othersMayFollow() && isPreferent(contract)) {
            propose(contract);
        }
    }

    private boolean isPreferent(Contract contract) {
        return contract.origin().kind() == Origin.Kind.OFFER
                && regioplannen.isPreferent(contract.regioplanVersionId(), contract.region(), contract.uzovi());
    }

    private void propose(Contract preferent) {
        var now = clock.instant();
        proposals.add(followers.of(preferent).stream()
                .map(policy -> {
                    var dueAt = policy.dueAfter(now, clock.getZone());
                    return FollowingProposal.of(Ids.at(now), preferent, Optional.empty(), policy, now, dueAt);
                })
                .toList());
    }
}
