package nl.mtvp.plan.learning.domain;

import java.time.LocalDate;
import nl.mtvp.kernel.identity.Agb;

/** Which participations to look for; each may be null. {@code until} is the day after the last. */
public record ParticipationFilter(Agb agb, String code, String region, LocalDate from, LocalDate until) {}
