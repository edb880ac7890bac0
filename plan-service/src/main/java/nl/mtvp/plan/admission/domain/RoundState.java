package nl.mtvp.plan.admission.domain;

/** Where a round stands (D20): before the freeze, between freeze and draw, and once its practices are admitted. */
public enum RoundState {
    OPEN,
    FROZEN,
    CLOSED
}
