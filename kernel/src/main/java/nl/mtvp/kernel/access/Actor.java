package nl.mtvp.kernel.access;

import java.time.Instant;
import java.util.Objects;
import nl.mtvp.kernel.identity.Deed;

/**
 * Who does something: what four eyes compares and evidence names.
 *
 * @param subject the token's {@code sub}
 * @param client the token's {@code azp}: the program that was used
 */
public record Actor(String subject, String client) {

    public Actor {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(client, "client");
    }

    /** What is done at a moment. */
    public Deed at(Instant moment) {
        return new Deed(subject, moment);
    }
}
