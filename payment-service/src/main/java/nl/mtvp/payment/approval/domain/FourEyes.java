package nl.mtvp.payment.approval.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Deed;

/** Nobody approves what they made themselves (D37, D46). The database holds it as a constraint too. */
public final class FourEyes {

    private FourEyes() {}

    /** @throws ApproverIsMaker when both are one */
    public static void require(Deed made, String approver) {
        if (made.by().equals(approver)) {
            throw new ApproverIsMaker();
        }
    }

    /** Who would approve is who made it. */
    public static final class ApproverIsMaker extends DomainFailure {
        ApproverIsMaker() {
            super(
                    Kind.FORBIDDEN,
                    "approver-is-maker",
                    "you made this yourself: somebody else has to approve it (four eyes)");
        }
    }
}
