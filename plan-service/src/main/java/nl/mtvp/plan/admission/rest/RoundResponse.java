package nl.mtvp.plan.admission.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.plan.admission.domain.Round;

/** A round of admission; where it stands is in its transcript. */
@JsonPropertyOrder({"id", "region", "quarter", "ceilingPercent", "preferencesUntil", "openedAt"})
public record RoundResponse(@JsonUnwrapped Round round) {}
