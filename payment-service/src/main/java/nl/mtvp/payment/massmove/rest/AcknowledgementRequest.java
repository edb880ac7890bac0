package nl.mtvp.payment.massmove.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What somebody found who looked at a mass move. */
public record AcknowledgementRequest(@NotBlank @Size(max = 2_000) String reason) {}
