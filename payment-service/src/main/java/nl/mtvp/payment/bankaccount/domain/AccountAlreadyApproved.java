package nl.mtvp.payment.bankaccount.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** The account is approved: a change of it is another proposal. */
public class AccountAlreadyApproved extends DomainFailure {

    public AccountAlreadyApproved(UUID id) {
        super(
                Kind.CONFLICT,
                "bank-account-already-approved",
                "bank account " + id + " is approved already; propose another one to change it (D51)");
    }
}
