package nl.mtvp.contract.portal.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Only a dead letter is tried again by hand (D36). */
public class NoDeadLetter extends DomainFailure {

    public NoDeadLetter(MessageState state) {
        super(Kind.CONFLICT, "no-dead-letter", "the message is " + state + "; only a DEAD_LETTER is replayed (D36)");
    }
}
