package nl.mtvp.plan.praktijkplan.domain;

/** Where a version of a praktijkplan stands: the newest submitted one of a year is in force, older ones stay readable. */
public enum PraktijkplanState {
    DRAFT,
    SUBMITTED,
    SUPERSEDED
}
