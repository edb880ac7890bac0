package nl.mtvp.payment.payout.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** There is no such payout, transfer or file, or not for who asks. */
public class PayoutNotFound extends DomainFailure {

    public PayoutNotFound(String what) {
        super(Kind.NOT_FOUND, "payout-not-found", "there is no " + what + " that you may see");
    }
}
