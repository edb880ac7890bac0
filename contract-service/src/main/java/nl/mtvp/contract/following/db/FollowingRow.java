package nl.mtvp.contract.following.db;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.following.domain.FollowingPolicy;
import nl.mtvp.contract.following.domain.FollowingProposal;
import nl.mtvp.contract.following.domain.FollowingProposal.Closing;
import nl.mtvp.contract.following.domain.FollowingState;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A following proposal as it stands in its table. It is added by a statement, which adds one that is open for a pair. */
@Entity(name = "FollowingProposal")
@DynamicUpdate
class FollowingRow {

    @Id
    UUID id;

    UUID preferentContractId;
    UUID renews;
    Uzovi uzovi;
    Agb agb;
    LocalDate startsOn;
    String tariffSeries;
    Instant proposedAt;
    Instant dueAt;

    @Enumerated(EnumType.STRING)
    FollowingState state;

    Instant closedAt;
    String closedBy;
    String closedReason;

    void close(FollowingProposal closed) {
        var closing = closed.closing().orElseThrow();
        state = closed.state();
        closedAt = closing.at();
        closedBy = closing.by();
        closedReason = closing.reason().orElse(null);
    }

    FollowingProposal proposal() {
        return new FollowingProposal(
                id,
                preferentContractId,
                Optional.ofNullable(renews),
                uzovi,
                agb,
                startsOn,
                tariffSeries,
                proposedAt,
                dueAt,
                state,
                Optional.ofNullable(closedAt).map(at -> new Closing(at, closedBy, Optional.ofNullable(closedReason))));
    }

    /** A policy as an insurer stated it, and who did. It is put by a statement, which decides who was first. */
    @Entity(name = "FollowingPolicy")
    @Immutable
    static class PolicyRow {

        @Id
        Uzovi uzovi;

        int version;
        boolean follows;
        int waitingWorkingDays;
        String tariffSeries;

        @EmbeddedColumnNaming("stated_%s")
        Signature stated;

        FollowingPolicy policy() {
            return new FollowingPolicy(uzovi, version, follows, waitingWorkingDays, tariffSeries);
        }
    }
}
