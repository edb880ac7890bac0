package nl.mtvp.plan.learning.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a participation was recorded wrongly. */
public record ParticipationWithdrawalRequest(@NotBlank @Size(max = 2_000) String reason) {}
