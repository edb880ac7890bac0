package nl.mtvp.kernel.access;

import java.util.Objects;

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
}
