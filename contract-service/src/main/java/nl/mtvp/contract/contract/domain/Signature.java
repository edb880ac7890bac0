package nl.mtvp.contract.contract.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Who did something that counts, in which program, and when: what evidence names and four eyes compares.
 *
 * @param subject the token's {@code sub}
 * @param client the token's {@code azp}
 */
@Embeddable
public record Signature(@Column(name = "by") String subject, @Column(name = "with") String client, Instant at) {

    public Signature {
        Present.all(subject, client, at);
    }
}
