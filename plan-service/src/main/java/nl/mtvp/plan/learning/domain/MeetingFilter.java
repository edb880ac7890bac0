package nl.mtvp.plan.learning.domain;

import java.time.LocalDate;
import nl.mtvp.kernel.identity.Agb;

/** Which meetings to look for; each may be null. {@code until} is the day after the last. */
public record MeetingFilter(String region, Agb agb, LocalDate from, LocalDate until) {}
