package nl.mtvp.contract.following.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.following.domain.FollowingPolicy;
import nl.mtvp.kernel.identity.Uzovi;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A policy as an insurer stated it, and who did. It is put by a statement, which decides who was first. */
@Entity(name = "FollowingPolicy")
@Immutable
class FollowingPolicyRow {

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
