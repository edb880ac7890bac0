package nl.mtvp.plan.condition.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Uzovi;

/** Why an insurer's policy is not stated or shown (D2). */
public final class ConditionRefused extends DomainFailure {

    private ConditionRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** The policy is another insurer's. */
    public static NotFound policyNotFound(Uzovi uzovi) {
        return new NotFound("policy-not-found", "no policy of insurer " + uzovi + " that you may see");
    }

    /** Somebody else stated the insurer's policy at the same moment. */
    public static ConditionRefused policyStatedMeanwhile() {
        return new ConditionRefused(
                Kind.STALE,
                "policy-stated-meanwhile",
                "somebody else stated the policy at the same moment; read it again and repeat your change on it");
    }

    /** No RHO has the code, or its conditions are not for who asks. */
    public static NotFound rhoNotFound(String code) {
        return new NotFound("rho-not-found", "no RHO whose conditions you may see has the code " + code);
    }
}
