package nl.mtvp.contract.compliance.domain;

import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Signature;

/** What the practice says in a hearing (D33). */
public record Answer(UUID id, String text, Signature given) {

    public Answer {
        Present.all(id, text, given);
    }
}
