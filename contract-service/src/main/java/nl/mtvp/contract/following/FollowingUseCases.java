package nl.mtvp.contract.following;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractNotFound;
import nl.mtvp.contract.contract.domain.ContractState;
import nl.mtvp.contract.following.db.FollowingRepository;
import nl.mtvp.contract.following.domain.FollowingFilter;
import nl.mtvp.contract.following.domain.FollowingLife;
import nl.mtvp.contract.following.domain.FollowingNotFound;
import nl.mtvp.contract.following.domain.FollowingNotOpen;
import nl.mtvp.contract.following.domain.FollowingNotRenewable;
import nl.mtvp.contract.following.domain.FollowingProposal;
import nl.mtvp.contract.following.domain.FollowingStep;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Transactions;
import org.jdbi.v3.core.Handle;

/** Takes refusals and renewals of following proposals, and shows them (D30). */
@ApplicationScoped
public class FollowingUseCases {

    private final Transactions transactions;
    private final FollowingRepository proposals;
    private final ContractRepository contracts;
    private final Followers followers;
    private final Clock clock;

    FollowingUseCases(
            Transactions transactions,
            FollowingRepository proposals,
            ContractRepository contracts,
            Followers followers,
            Clock clock) {
        this.transactions = transactions;
        this.proposals = proposals;
        this.contracts = contracts;
        this.followers = followers;
        this.clock = clock;
    }

    /** A proposal with the state that the contract it follows has today. */
    public record Shown(FollowingProposal proposal, ContractState preferentState) {}

    /**
     * Refuses for the following insurer, in time.
     *
     * @throws FollowingNotOpen if it was closed before, or the waiting time is over
     */
    public Shown refuse(UUID id, String reason, Visibility visibility, Actor actor) {
        return transactions.run(tx -> {
            var refused = proposals
                    .locked(tx, id, visibility)
                    .orElseThrow(() -> new FollowingNotFound(id))
                    .after(FollowingStep.REFUSE, clock.instant(), actor.subject(), Optional.of(reason));
            proposals.close(tx, refused);
            return shown(tx, List.of(refused)).get(0);
        });
    }

    /**
     * Offers again what was refused or impeded: a new proposal, with the insurer's policy of now.
     *
     * @throws FollowingNotRenewable if it was not, or another is open, or the insurer cannot follow any more
     */
    public Shown renew(UUID id, Visibility visibility) {
        return transactions.run(tx -> {
            var before = proposals.locked(tx, id, visibility).orElseThrow(() -> new FollowingNotFound(id));
            if (!FollowingLife.mayBeRenewed(before.state())) {
                throw new FollowingNotRenewable("a following proposal that is " + before.state() + " is not renewed");
            }
            var preferent = preferent(tx, before);
            var policy = followers.among(tx, Set.of(before.uzovi()), preferent).stream()
                    .findFirst()
                    .orElseThrow(() -> new FollowingNotRenewable(
                            "the pair has a contract, or the insurer has another scheme or is a label of another"));
            var now = clock.instant();
            var dueAt = policy.dueAfter(now, clock.getZone());
            var renewed = FollowingProposal.of(Ids.at(now), preferent, Optional.of(id), policy, now, dueAt);
            if (!proposals.add(tx, renewed)) {
                throw new FollowingNotRenewable("another following proposal of the pair is open");
            }
            return shown(tx, List.of(renewed)).get(0);
        });
    }

    /** @throws FollowingNotFound if it is not there for who asks */
    public Shown withId(UUID id, Visibility visibility) {
        return transactions.run(tx -> {
            var found = proposals.withId(tx, id, visibility).orElseThrow(() -> new FollowingNotFound(id));
            return shown(tx, List.of(found)).get(0);
        });
    }

    public List<Shown> after(FollowingFilter filter, Visibility visibility, UUID after, int limit) {
        return transactions.run(tx -> shown(tx, proposals.after(tx, filter, today(), visibility, after, limit)));
    }

    private List<Shown> shown(Handle tx, List<FollowingProposal> found) {
        var ids = new HashSet<>(
                found.stream().map(FollowingProposal::preferentContractId).toList());
        Map<UUID, Contract> preferent = ids.stream()
                .flatMap(id -> contracts.withId(tx, id, Visibility.EVERYTHING).stream())
                .collect(Collectors.toMap(Contract::id, Function.identity()));
        return found.stream()
                .map(proposal -> new Shown(
                        proposal, preferent.get(proposal.preferentContractId()).state(today())))
                .toList();
    }

    private Contract preferent(Handle tx, FollowingProposal proposal) {
        var id = proposal.preferentContractId();
        return contracts.withId(tx, id, Visibility.EVERYTHING).orElseThrow(() -> new ContractNotFound(id));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
