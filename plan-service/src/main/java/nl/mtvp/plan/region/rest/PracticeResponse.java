package nl.mtvp.plan.region.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.plan.region.domain.Practice;

/** A practice with the ION declared last. */
@JsonPropertyOrder({"agb", "name", "hub", "ion"})
public record PracticeResponse(@JsonUnwrapped Practice practice) {}
