package nl.mtvp.payment.statement.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** There is no such statement, or not for who asks, or not yet at the moment that was asked about. */
public class StatementNotFound extends DomainFailure {

    public StatementNotFound(UUID run, String creditor) {
        super(
                Kind.NOT_FOUND,
                "statement-not-found",
                "run " + run + " has no statement for " + creditor
                        + " that you may see; the list of statements tells which there are");
    }
}
