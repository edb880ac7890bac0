package nl.mtvp.plan.regioplan.domain;

import java.time.Instant;
import java.time.LocalDate;

/** Who submitted a version when, and until when the insurers decide (D6). */
public record Submission(String submittedBy, Instant submittedAt, LocalDate decisionDueOn) {}
