package nl.mtvp.plan.regioplan.domain;

/** What an insurer can say about a version (D6). */
public enum Verdict {
    APPROVED,
    CHANGES_REQUESTED,
    REJECTED
}
