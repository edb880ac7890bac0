package nl.mtvp.plan.praktijkplan.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a praktijkplan: what it says about one implementation year, for good (D13).
 *
 * @param regioplanVersionId the version of the regioplan by which it is judged
 * @param buildsOn the number of the first year's version on which a submitted second year builds, else null
 */
public record PraktijkplanVersion(
        UUID id,
        UUID praktijkplanId,
        int number,
        PraktijkplanState state,
        UUID regioplanVersionId,
        Integer buildsOn,
        YearPlan plan,
        Instant createdAt,
        Instant submittedAt) {

    /** Where it stands, without what it says. */
    public VersionLine line() {
        return new VersionLine(number, plan.year().number(), state, createdAt, submittedAt);
    }

    /** A version of a praktijkplan in a list: where it stands, without what it says. */
    public record VersionLine(int number, int year, PraktijkplanState state, Instant createdAt, Instant submittedAt) {}
}
