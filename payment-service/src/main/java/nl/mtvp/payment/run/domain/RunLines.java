package nl.mtvp.payment.run.domain;

/** How many lines a run has, and how many of them book nothing. */
public record RunLines(long lines, long zeroLines) {}
