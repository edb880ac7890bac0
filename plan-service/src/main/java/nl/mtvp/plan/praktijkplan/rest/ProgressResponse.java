package nl.mtvp.plan.praktijkplan.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.plan.praktijkplan.domain.Progress;

/** An entry of a praktijkplan's progress. */
@JsonPropertyOrder({"id", "code", "stage", "observedOn", "description", "recordedAt"})
public record ProgressResponse(@JsonUnwrapped Progress entry) {}
