package nl.mtvp.plan.regioplan.rest;

import jakarta.validation.constraints.NotNull;

/** A submission, with which the RHO commits itself to the leidraad. */
public record SubmissionRequest(@NotNull Boolean commitsToLeidraad) {}
