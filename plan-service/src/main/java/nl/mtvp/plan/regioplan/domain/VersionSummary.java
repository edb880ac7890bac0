package nl.mtvp.plan.regioplan.domain;

/** A version in a list: where it stands, without what it says. */
public record VersionSummary(int number, VersionState state, PlanVersion.Origin origin, String contentHash) {}
