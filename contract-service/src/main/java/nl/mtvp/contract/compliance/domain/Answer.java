package nl.mtvp.contract.compliance.domain;

import java.util.Objects;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Signature;

/** What the practice says in a hearing (D33). */
public record Answer(UUID id, String text, Signature given) {

    public Answer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(given, "given");
    }
}
