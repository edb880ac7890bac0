package nl.mtvp.plan.praktijkplan.rest;

import java.time.Instant;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanState;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanVersion;
import nl.mtvp.plan.praktijkplan.domain.VersionLine;

/** A version of a praktijkplan in a list. */
public record VersionLineResponse(
        int number, int year, PraktijkplanState state, Instant createdAt, Instant submittedAt) {

    static VersionLineResponse of(PraktijkplanVersion version) {
        return new VersionLineResponse(
                version.number(),
                version.plan().year().number(),
                version.state(),
                version.createdAt(),
                version.submittedAt());
    }

    static VersionLineResponse of(VersionLine line) {
        return new VersionLineResponse(line.number(), line.year(), line.state(), line.createdAt(), line.submittedAt());
    }
}
