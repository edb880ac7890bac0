package nl.mtvp.plan.praktijkplan.domain;

import java.time.Instant;

/** A version of a praktijkplan in a list: where it stands, without what it says. */
public record VersionLine(int number, int year, PraktijkplanState state, Instant createdAt, Instant submittedAt) {}
