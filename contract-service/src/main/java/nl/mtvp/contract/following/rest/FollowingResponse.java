package nl.mtvp.contract.following.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.ContractState;
import nl.mtvp.contract.following.FollowingUseCases.Shown;
import nl.mtvp.contract.following.domain.FollowingProposal.Closing;
import nl.mtvp.contract.following.domain.FollowingState;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A following proposal as it is shown. */
@Schema(name = "FollowingProposal")
public record FollowingResponse(
        UUID id,
        FollowingState state,
        UUID preferentContractId,
        @Schema(description = "The state today of the contract that is followed; its end does not reach the followers")
                ContractState preferentContractState,
        @Schema(nullable = true, description = "The proposal that this one offers again") UUID renews,
        Uzovi uzovi,
        Agb agb,
        LocalDate startsOn,
        String tariffSeries,
        Instant proposedAt,
        @Schema(description = "Up to, and not at, this moment the insurer may refuse; then its silence is consent")
                Instant dueAt,
        @Schema(nullable = true) Instant closedAt,
        @Schema(nullable = true) String closedReason) {

    static FollowingResponse of(Shown shown) {
        var proposal = shown.proposal();
        return new FollowingResponse(
                proposal.id(),
                proposal.state(),
                proposal.preferentContractId(),
                shown.preferentState(),
                proposal.renews().orElse(null),
                proposal.uzovi(),
                proposal.agb(),
                proposal.startsOn(),
                proposal.tariffSeries(),
                proposal.proposedAt(),
                proposal.dueAt(),
                proposal.closing().map(Closing::at).orElse(null),
                proposal.closing().flatMap(Closing::reason).orElse(null));
    }
}
