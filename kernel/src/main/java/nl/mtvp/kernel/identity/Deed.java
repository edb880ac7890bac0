package nl.mtvp.kernel.identity;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;

/**
 * Who did something and when: what four eyes compares and answers tell as {@code approvedBy} and {@code approvedAt}. The
 * name that the token gave stands beside the subject ({@code PersonNames}, record 34).
 *
 * @param by the token's {@code sub}
 */
@Embeddable
public record Deed(String by, Instant at) {

    public Deed {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
