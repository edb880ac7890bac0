package nl.mtvp.contract.following;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import nl.mtvp.contract.admission.db.RegioplanRepository;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractInTheWay;
import nl.mtvp.contract.contract.domain.ContractMade;
import nl.mtvp.contract.contract.domain.Origin;
import nl.mtvp.contract.following.db.FollowingRepository;
import nl.mtvp.contract.following.domain.FollowingProposal;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Transactions;
import org.jdbi.v3.core.Handle;

/** What follows from a contract, in the transaction that makes it (D30). */
@ApplicationScoped
class Following {

    private final Transactions transactions;
    private final FollowingRepository proposals;
    private final Followers followers;
    private final RegioplanRepository regioplannen;
    private final Clock clock;

    Following(
            Transactions transactions,
            FollowingRepository proposals,
            Followers followers,
            RegioplanRepository regioplannen,
            Clock clock) {
        this.transactions = transactions;
        this.proposals = proposals;
        this.followers = followers;
        this.regioplannen = regioplannen;
        this.clock = clock;
    }

    /**
     * Closes the pair's open proposal, and proposes to the others to follow.
     *
     * @throws ContractInTheWay if the pair's open proposal was due before this contract was accepted
     */
    void follow(@Observes ContractMade made) {
        var contract = made.contract();
        transactions.perform(tx -> {
            proposals
                    .lockedOpen(tx, contract.uzovi(), contract.agb())
                    .map(open -> open.overtakenBy(contract))
                    .ifPresent(overtaken -> proposals.close(tx, overtaken));
            if (made.othersMayFollow() && isPreferent(tx, contract)) {
                propose(tx, contract);
            }
        });
    }

    private boolean isPreferent(Handle tx, Contract contract) {
        return contract.origin().kind() == Origin.Kind.OFFER
                && regioplannen.isPreferent(tx, contract.regioplanVersionId(), contract.region(), contract.uzovi());
    }

    private void propose(Handle tx, Contract preferent) {
        var now = clock.instant();
        for (var policy : followers.of(tx, preferent)) {
            var dueAt = policy.dueAfter(now, clock.getZone());
            proposals.add(tx, FollowingProposal.of(Ids.at(now), preferent, Optional.empty(), policy, now, dueAt));
        }
    }
}
