package nl.mtvp.payment.bankaccount.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** There is no such bank account, or not for who asks. */
public class AccountNotFound extends DomainFailure {

    public AccountNotFound(UUID id) {
        super(Kind.NOT_FOUND, "bank-account-not-found", "there is no bank account " + id + " that you may see");
    }
}
