package nl.mtvp.contract.measure.domain;

/** The two measures, which are two facts (D34). */
public enum MeasureKind {
    STOP,
    CLAWBACK
}
