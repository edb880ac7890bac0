package nl.mtvp.payment.run.domain;

/** A place in the order of a run's warnings. */
public record WarningPosition(WarningKind kind, String subject) {}
