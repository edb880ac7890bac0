package nl.mtvp.contract.following.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Only what was refused or impeded is offered again, one at a time, to an insurer that may follow (D30). */
public class FollowingNotRenewable extends DomainFailure {

    public FollowingNotRenewable(String reason) {
        super(Kind.CONFLICT, "following-not-renewable", reason + " (D30)");
    }
}
