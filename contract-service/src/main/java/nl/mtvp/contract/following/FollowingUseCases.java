package nl.mtvp.contract.following;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import nl.mtvp.contract.admission.db.AdmissionRepository;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractLife;
import nl.mtvp.contract.contract.domain.ContractMade;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.contract.domain.ContractState;
import nl.mtvp.contract.contract.domain.Origin;
import nl.mtvp.contract.following.db.FollowingRepository;
import nl.mtvp.contract.following.domain.FollowingLife;
import nl.mtvp.contract.following.domain.FollowingPolicy;
import nl.mtvp.contract.following.domain.FollowingProposal;
import nl.mtvp.contract.following.domain.FollowingProposal.FollowingFilter;
import nl.mtvp.contract.following.domain.FollowingRefused;
import nl.mtvp.contract.following.domain.FollowingStep;
import nl.mtvp.contract.party.db.InsurerRepository;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What follows from a contract, in the transaction that makes it; states and shows how insurers follow; takes refusals and
 * renewals of following proposals, and shows them (D30).
 */
@ApplicationScoped
public class FollowingUseCases {

    private final FollowingRepository proposals;
    private final ContractRepository contracts;
    private final Followers followers;
    private final InsurerRepository insurers;
    private final AdmissionRepository admissions;
    private final Clock clock;

    FollowingUseCases(
            FollowingRepository proposals,
            ContractRepository contracts,
            Followers followers,
            InsurerRepository insurers,
            AdmissionRepository admissions,
            Clock clock) {
        this.proposals = proposals;
        this.contracts = contracts;
        this.followers = followers;
        this.insurers = insurers;
        this.admissions = admissions;
        this.clock = clock;
    }

    /** A proposal with the state that the contract it follows has today. */
    public record Shown(FollowingProposal proposal, ContractState preferentState) {}

    /**
     * Refuses for the following insurer, in time.
     *
     * @throws FollowingRefused if it was closed before, or the waiting time is over
     */
    @Transactional
    public Shown refuse(UUID id, String reason, Visibility visibility, Actor actor) {
        var refused = locked(id, visibility)
                .after(FollowingStep.REFUSE, clock.instant(), actor.subject(), Optional.of(reason));
        proposals.close(refused);
        return shown(refused);
    }

    /**
     * Offers again what was refused or impeded: a new proposal, with the insurer's policy of now.
     *
     * @throws FollowingRefused if it was not, or another is open, or the insurer cannot follow any more
     */
    @Transactional
    public Shown renew(UUID id, Visibility visibility) {
        var before = locked(id, visibility);
        if (!FollowingLife.mayBeRenewed(before.state())) {
            throw FollowingRefused.notRenewable("a following proposal that is " + before.state() + " is not renewed");
        }
        var preferent = contracts
                .find(before.preferentContractId(), Visibility.EVERYTHING)
                .orElseThrow();
        var policy = followers.among(Set.of(before.uzovi()), preferent).stream()
                .findFirst()
                .orElseThrow(() -> FollowingRefused.notRenewable(
                        "the pair has a contract, or the insurer has another scheme or is a label of another"));
        var now = clock.instant();
        var renewed = proposal(preferent, Optional.of(id), policy, now);
        if (!proposals.add(renewed)) {
            throw FollowingRefused.notRenewable("another following proposal of the pair is open");
        }
        return shown(renewed);
    }

    /** @throws NotFound if it is not there for who asks */
    @Transactional
    public Shown withId(UUID id, Visibility visibility) {
        return shown(proposals.find(id, visibility).orElseThrow(() -> FollowingRefused.notFound(id)));
    }

    @Transactional
    public Page<Shown> list(FollowingFilter filter, Visibility visibility, PageRequest asked) {
        var found = proposals.list(filter, today(), visibility, asked);
        return found.map(shown(found.rows()));
    }

    /** @throws NotFound if the insurer is not registered */
    @Transactional
    public FollowingPolicy policy(Uzovi uzovi) {
        insurers.find(uzovi).orElseThrow(() -> PartyRefused.notFound("insurer " + uzovi));
        return proposals.policies(Set.of(uzovi)).get(uzovi);
    }

    /**
     * States how an insurer follows from now on; open proposals keep their waiting time and series.
     *
     * @param seen refuses a version that is not the one which the caller has seen
     * @throws NotFound if the insurer is not registered
     * @throws FollowingRefused if somebody was faster
     */
    @Transactional
    public FollowingPolicy statePolicy(
            Uzovi uzovi, boolean follows, int waitingWorkingDays, String tariffSeries, IntConsumer seen, Actor actor) {
        var before = policy(uzovi);
        seen.accept(before.version());
        var after = new FollowingPolicy(uzovi, before.version() + 1, follows, waitingWorkingDays, tariffSeries);
        proposals.state(after, Signatures.of(actor, clock.instant()));
        return after;
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

    private FollowingProposal locked(UUID id, Visibility visibility) {
        return proposals.locked(id, visibility).orElseThrow(() -> FollowingRefused.notFound(id));
    }

    private Shown shown(FollowingProposal proposal) {
        return shown(List.of(proposal)).apply(proposal);
    }

    private Function<FollowingProposal, Shown> shown(List<FollowingProposal> found) {
        var courses = contracts.courses(
                found.stream().map(FollowingProposal::preferentContractId).collect(Collectors.toSet()));
        var today = today();
        return proposal -> new Shown(proposal, ContractLife.state(courses.get(proposal.preferentContractId()), today));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private boolean isPreferent(Contract contract) {
        return contract.origin().kind() == Origin.OriginKind.OFFER
                && admissions.isPreferent(
                        contract.basis().regioplanVersionId(), contract.basis().region(), contract.uzovi());
    }

    private void propose(Contract preferent) {
        var now = clock.instant();
        proposals.add(followers.of(preferent).stream()
                .map(policy -> proposal(preferent, Optional.empty(), policy, now))
                .toList());
    }

    private FollowingProposal proposal(Contract preferent, Optional<UUID> renews, FollowingPolicy policy, Instant now) {
        var dueAt = policy.dueAfter(now, clock.getZone());
        return FollowingProposal.of(Ids.at(now), preferent, renews, policy, now, dueAt);
    }
}
