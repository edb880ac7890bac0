package nl.mtvp.contract.following.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * That an insurer follows a preferent one's contract with a practice (D30), as it is recorded; what may become of it,
 * {@link FollowingLife} says.
 *
 * @param preferentContractId the contract that is followed: same start, same terms
 * @param renews the proposal that this one offers again
 * @param tariffSeries the following insurer's own
 * @param dueAt when its silence becomes consent
 */
public record FollowingProposal(
        UUID id,
        UUID preferentContractId,
        Optional<UUID> renews,
        Uzovi uzovi,
        Agb agb,
        LocalDate startsOn,
        String tariffSeries,
        Instant proposedAt,
        Instant dueAt,
        FollowingState state,
        Optional<Closing> closing) {

    /** The end of a proposal: when, by whom, and why. */
    public record Closing(Instant at, String by, Optional<String> reason) {}

    public FollowingProposal {
        Present.all(id, preferentContractId, uzovi, agb, startsOn, tariffSeries, state);
        if (!dueAt.isAfter(proposedAt)) {
            throw new IllegalArgumentException("a proposal waits for some time");
        }
        if ((state == FollowingState.PROPOSED) == closing.isPresent()) {
            throw new IllegalArgumentException("an open proposal, and no other, has no end");
        }
    }

    /** A new proposal to follow a contract. */
    public static FollowingProposal of(
            UUID id, Contract preferent, Optional<UUID> renews, FollowingPolicy policy, Instant now, Instant dueAt) {
        return new FollowingProposal(
                id,
                preferent.id(),
                renews,
                policy.uzovi(),
                preferent.agb(),
                preferent.startsOn(),
                policy.tariffSeries(),
                now,
                dueAt,
                FollowingState.PROPOSED,
                Optional.empty());
    }

    /**
     * The proposal after a step.
     *
     * @throws FollowingRefused if it was closed before, or the step's time is over or yet to come
     */
    public FollowingProposal after(FollowingStep step, Instant moment, String by, Optional<String> reason) {
        var next = FollowingLife.after(state, dueAt, step, moment)
                .orElseThrow(() -> FollowingRefused.notOpen(state, dueAt));
        return new FollowingProposal(
                id,
                preferentContractId,
                renews,
                uzovi,
                agb,
                startsOn,
                tariffSeries,
                proposedAt,
                dueAt,
                next,
                Optional.of(new Closing(moment, by, reason)));
    }

    /**
     * The proposal, overtaken by another contract of the pair.
     *
     * @throws ContractRefused if its own due moment came first: then the following contract is there, also where
     *     nobody wrote it down yet
     */
    public FollowingProposal overtakenBy(Contract other) {
        if (!other.acceptedAt().isBefore(dueAt)) {
            throw ContractRefused.inTheWay();
        }
        return after(
                FollowingStep.OVERTAKE,
                other.acceptedAt(),
                "contract " + other.id(),
                Optional.of("the pair came to a contract in another way (D30)"));
    }

    /**
     * Which following proposals somebody asks for; what is null does not narrow.
     *
     * @param preferentEnded whether the contract that is followed was stopped, ended or annulled
     */
    public record FollowingFilter(Uzovi uzovi, Agb agb, FollowingState state, Boolean preferentEnded) {}
}
