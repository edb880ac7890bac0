package nl.mtvp.contract.eligibility.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.mtvp.kernel.identity.Agb;

/**
 * What a practice states of itself, last.
 *
 * @param version 0 where nothing was stated yet
 */
public record Picture(Agb agb, int version, Optional<Statement> statement, Optional<Stated> stated) {

    public static Picture nothing(Agb agb) {
        return new Picture(agb, 0, Optional.empty(), Optional.empty());
    }

    /** The picture with a newer statement. */
    public Picture replacedBy(Statement newer, Stated by) {
        return new Picture(agb, version + 1, Optional.of(newer), Optional.of(by));
    }

    public List<Check> checks() {
        return Eligibility.checks(agb, statement);
    }

    public Optional<Instant> statedAt() {
        return stated.map(stated -> stated.by().at());
    }
}
