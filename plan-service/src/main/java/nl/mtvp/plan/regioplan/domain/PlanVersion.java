package nl.mtvp.plan.regioplan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;

/** A version of a regioplan: what it says for good, where it stands now, and who decides on it (D6, D7). */
public record PlanVersion(
        UUID id,
        UUID regioplanId,
        int number,
        Origin origin,
        VersionState state,
        Content content,
        Course course,
        List<Party> parties,
        List<Decision> decisions,
        List<Evidence> evidence) {

    /** Where a version came from: made here, or agreed elsewhere and pushed. */
    public enum Origin {
        AUTHORED,
        PUSHED
    }

    /** Who took the version how far, and when; null or nothing where it has not come yet. */
    public record Course(
            Deed created,
            Optional<Deed> submitted,
            LocalDate decisionDueOn,
            Instant decidedAt,
            Optional<Withdrawal> withdrawal) {}

    /** That the RHO took back what it submitted, and why (D6). */
    public record Withdrawal(String reason, Deed withdrawn) {}

    public PlanVersion {
        parties = List.copyOf(parties);
        decisions = List.copyOf(decisions);
        evidence = List.copyOf(evidence);
    }

    public boolean hasParty(Uzovi uzovi) {
        return parties.stream().anyMatch(party -> party.uzovi().equals(uzovi));
    }

    /** @throws RegioplanRefused unless the life cycle lets this version become that */
    public void requireWay(VersionState next) {
        if (!state.allows(next)) {
            throw RegioplanRefused.versionIsNot(state, next);
        }
    }

    /**
     * Holds a decision to its rules (D6): not by who made the version, by a party, on a submitted version, about the
     * content that the decider has read.
     */
    public void requireDecidable(Uzovi uzovi, String decider, String contentHash) {
        if (decider.equals(course.created().by())
                || decider.equals(course.submitted().map(Deed::by).orElse(null))) {
            throw RegioplanRefused.makerNeverDecides();
        }
        if (state != VersionState.DRAFT && !hasParty(uzovi)) {
            throw RegioplanRefused.insurerDoesNotDecide(uzovi);
        }
        requireWay(VersionState.APPROVED);
        if (!content.hash().equals(contentHash)) {
            throw RegioplanRefused.contentDiffers(content.hash());
        }
    }

    /** A version in a list over regioplannen: whose it is and where it stands, without what it says. */
    public record ListedVersion(
            UUID regioplanId,
            int number,
            String rho,
            List<String> regions,
            String title,
            VersionState state,
            Origin origin,
            String contentHash,
            Instant createdAt,
            Instant submittedAt,
            LocalDate decisionDueOn,
            Instant decidedAt) {}

    /** A version in a list: where it stands, without what it says. */
    public record VersionSummary(int number, VersionState state, Origin origin, String contentHash) {}
}
