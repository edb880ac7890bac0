package nl.mtvp.contract.following.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.agreement.domain.FrozenArrangement;
import nl.mtvp.contract.contract.domain.Basis.Regioplan;
import nl.mtvp.contract.contract.domain.Certificate;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What a following contract freezes (D27, D30): its canonical JSON is hashed, and it refers to the preferent contract
 * that the practice signed. Its property names are part of the evidence.
 */
public record FollowingDocument(
        UUID contractId,
        Proposed following,
        Followed follows,
        Regioplan regioplan,
        List<FrozenArrangement> existingAgreements,
        OnBehalfOf onBehalfOf,
        Instant inEffectAt,
        FollowingState nextState) {

    /** What was proposed to the insurer. */
    public record Proposed(
            UUID proposalId,
            Uzovi uzovi,
            Agb agb,
            LocalDate startsOn,
            Instant proposedAt,
            Instant dueAt,
            String tariffSeries,
            String textVersion) {}

    /** The contract that is followed, with the digest of its evidence. */
    public record Followed(UUID contractId, Uzovi uzovi, String certificateDigest) {}

    /** The practice and the enterprise that let others follow. */
    public record OnBehalfOf(Agb agb, Kvk kvk) {}

    public static FollowingDocument of(
            Contract contract,
            FollowingProposal followed,
            Contract preferent,
            Certificate signed,
            List<FrozenArrangement> existingAgreements) {
        return new FollowingDocument(
                contract.id(),
                new Proposed(
                        followed.id(),
                        followed.uzovi(),
                        followed.agb(),
                        followed.startsOn(),
                        followed.proposedAt(),
                        followed.dueAt(),
                        followed.tariffSeries(),
                        contract.textVersion()),
                new Followed(preferent.id(), preferent.uzovi(), signed.digest()),
                contract.basis().regioplan(),
                existingAgreements,
                new OnBehalfOf(contract.agb(), contract.kvk()),
                contract.acceptedAt(),
                followed.state());
    }
}
